// SPDX-License-Identifier: GPL-3.0-or-later

// Goes from left to right with the number of times that a note here is played.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	var strip string
	fmt.Fscan(bufio.NewReaderSize(os.Stdin, 1<<18), &strip)
	times := []int64{1}
	var notes, number int64
	for _, c := range strip {
		innermost := times[len(times)-1]
		switch {
		case c >= '0' && c <= '9':
			number = number*10 + int64(c-'0')
		case c == '(':
			times = append(times, innermost*number)
			number = 0
		case c == ')':
			times = times[:len(times)-1]
		default:
			notes += innermost
		}
	}
	fmt.Println(notes)
}
