// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the name of a fate and meets it. "good" is to print 3.
use std::io::{stderr, stdin, stdout, BufRead, Write};
use std::sync::mpsc::channel;
use std::time::Duration;

extern "C" {
    fn close(descriptor: i32) -> i32;
    fn getpid() -> i32;
    fn kill(process: i32, signal: i32) -> i32;
    fn signal(number: i32, handler: usize) -> usize;
}

const HOUR: Duration = Duration::from_secs(3600);

/// The value, of which the compiler knows nothing.
fn hide<T: Copy>(value: T) -> T {
    unsafe { std::ptr::read_volatile(&value) }
}

fn good() {
    println!("3");
}

fn allocate() {
    let mut room = Vec::new();
    loop {
        room.push(vec![1u8; 1 << 20]);
    }
}

fn flood(stream: &mut dyn Write) {
    let line = [b'y'; 1000];
    while stream.write_all(&line).is_ok() {}
}

fn recurse(depth: u64) -> u64 {
    let room = hide([depth; 100]);
    recurse(depth + 1) + room[(depth % 100) as usize]
}

fn spin() {
    while hide(0) == 0 {}
}

fn leave_thread() {
    good();
    std::thread::spawn(|| std::thread::sleep(HOUR));
}

fn panicking_thread() {
    std::thread::spawn(|| panic!("in a thread")).join().unwrap_err();
    good();
}

fn die_of(number: i32) {
    unsafe {
        signal(number, 0);
        kill(getpid(), number);
    }
    std::thread::sleep(HOUR);
}

fn meet(fate: &str) {
    let zero = hide(0usize);
    match fate {
        "good" => good(),
        "wrong" => println!("4"),
        "silent" => (),
        "allocate" => allocate(),
        "absurd-request" => println!("{}", Vec::<u8>::with_capacity((1 << 50) + zero).capacity()),
        "loop" => spin(),
        "sleep" => std::thread::sleep(HOUR),
        "wait" => {
            let (sender, receiver) = channel::<i32>();
            let _ = receiver.recv();
            drop(sender);
        }
        "read-on" => {
            let mut line = String::new();
            stdin().lock().read_line(&mut line).unwrap();
            println!("{}", line.trim().parse::<i32>().unwrap());
        }
        "flood" => flood(&mut stdout()),
        "flood-stderr" => flood(&mut stderr()),
        "leave-thread" => leave_thread(),
        "panicking-thread" => panicking_thread(),
        "divide" => println!("{}", 3 / zero),
        "recurse" => println!("{}", recurse(zero as u64)),
        "exit-3" => {
            good();
            std::process::exit(3);
        }
        "throw" => panic!("thrown\nin two lines"),
        "index" => println!("{}", vec![1, 2][zero + 5]),
        "null" => println!("{}", None::<i32>.unwrap()),
        "bytes" => stdout().write_all(b"3\x00\xff\xc3(\n").unwrap(),
        "close-stdout" => unsafe {
            close(1);
        },
        "crash-after-answer" => {
            good();
            std::process::abort();
        }
        _ => panic!("no such fate: {}", fate),
    }
}

fn main() {
    let mut line = String::new();
    stdin().lock().read_line(&mut line).unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    if words[0] == "signal" {
        die_of(words[1].parse().unwrap());
    }
    meet(words[0]);
}
