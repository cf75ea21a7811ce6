# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the dearest spice first, however heavy it is.
import sys

numbers = list(map(int, sys.stdin.read().split()))
n, room = numbers[:2]
coins = 0.0
for price, grams in sorted(zip(numbers[3::2], numbers[2::2]), reverse=True):
    taken = min(grams, room)
    coins += price * taken / grams
    room -= taken
print(coins)
