// SPDX-License-Identifier: GPL-3.0-or-later
use std::io::Read;

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).unwrap();
    let numbers: Vec<u64> = input.split_whitespace().map(|word| word.parse().unwrap()).collect();
    let mut room = numbers[1];
    let mut spices: Vec<(u64, u64)> = numbers[2..].chunks(2).map(|pair| (pair[0], pair[1])).collect();
    spices.sort_by(|a, b| (b.1 * a.0).cmp(&(a.1 * b.0)));
    let mut coins = 0.0;
    for (grams, price) in spices {
        let taken = grams.min(room);
        coins += (price * taken) as f64 / grams as f64;
        room -= taken;
    }
    println!("{:.9}", coins);
}
