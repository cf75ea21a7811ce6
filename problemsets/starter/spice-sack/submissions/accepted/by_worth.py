# SPDX-License-Identifier: GPL-3.0-or-later
import sys

numbers = list(map(int, sys.stdin.read().split()))
n, room = numbers[:2]
spices = sorted(zip(numbers[2::2], numbers[3::2]), key=lambda spice: spice[1] / spice[0], reverse=True)
coins = 0.0
for grams, price in spices:
    taken = min(grams, room)
    coins += price * taken / grams
    room -= taken
print(coins)
