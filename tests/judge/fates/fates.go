// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the name of a fate and meets it. "good" is to print 3.
package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

var zero int

func good() {
	fmt.Println(3)
}

func allocate() {
	var room [][]byte
	for {
		piece := make([]byte, 1<<20)
		for i := range piece {
			piece[i] = 1
		}
		room = append(room, piece)
	}
}

func flood(file *os.File) {
	line := make([]byte, 1000)
	for i := range line {
		line[i] = 'y'
	}
	line[999] = '\n'
	for {
		file.Write(line)
	}
}

func recurse(depth int) int {
	return recurse(depth+1) + 1
}

func waitForNothing() {
	reader, writer, _ := os.Pipe()
	reader.Read(make([]byte, 1))
	writer.Close()
}

func leaveThread() {
	good()
	go func() { time.Sleep(time.Hour) }()
}

func spin() {
	for zero == 0 {
	}
}

func spinInThreads() {
	for i := 0; i < 4; i++ {
		go spin()
	}
	spin()
}

func dieOf(number int) {
	syscall.Kill(os.Getpid(), syscall.Signal(number))
	time.Sleep(time.Hour)
}

var fates = map[string]func(){
	"good":               good,
	"wrong":              func() { fmt.Println(4) },
	"silent":             func() {},
	"allocate":           allocate,
	"absurd-request":     func() { fmt.Println(len(make([]byte, 1<<60+zero))) },
	"loop":               spin,
	"spin-in-threads":    spinInThreads,
	"sleep":              func() { time.Sleep(time.Hour) },
	"wait":               waitForNothing,
	"deadlock":           func() { <-make(chan int) },
	"read-on":            func() { fmt.Scan(&zero) },
	"flood":              func() { flood(os.Stdout) },
	"flood-stderr":       func() { flood(os.Stderr) },
	"leave-thread":       leaveThread,
	"divide":             func() { fmt.Println(3 / zero) },
	"recurse":            func() { fmt.Println(recurse(0)) },
	"exit-3":             func() { good(); os.Exit(3) },
	"throw":              func() { panic(errors.New("thrown\nin two lines")) },
	"index":              func() { fmt.Println(make([]int, 2)[zero+5]) },
	"null":               func() { var p *int; fmt.Println(*p) },
	"bytes":              func() { os.Stdout.Write([]byte("3\x00\xff\xc3(\n")) },
	"close-stdout":       func() { os.Stdout.Close() },
	"crash-after-answer": func() { good(); panic("after") },
}

func main() {
	var fate string
	var number int
	fmt.Scan(&fate, &number)
	if fate == "signal" {
		dieOf(number)
	}
	fates[fate]()
}
