# SPDX-License-Identifier: GPL-3.0-or-later
# Looks through all that is left for each spice that it takes.
import sys

numbers = list(map(int, sys.stdin.read().split()))
room = numbers[1]
spices = [(price / grams, grams, price) for grams, price in zip(numbers[2::2], numbers[3::2])]
coins = 0.0
while spices and room > 0:
    best = max(spices)
    spices.remove(best)
    taken = min(best[1], room)
    coins += best[2] * taken / best[1]
    room -= taken
print(coins)
