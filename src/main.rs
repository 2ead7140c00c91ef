//! Wiring: arguments, environment, standard streams and the exit code.
//!
//! The rule: what the commands and the screen are given from outside, the words, the environment, the clock and the
//! terminal, they are given here.

use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

use dakpan::cli::{self, Command, Io};

fn main() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(stdout().lock()), stderr().lock());
    let (options, command) = match cli::parse(std::env::args_os(), &|name| std::env::var_os(name)) {
        Ok(asked) => asked,
        Err(ending) => return ending.tell(&mut out, &mut err).into(),
    };
    let mut io = Io {
        out: &mut out,
        err: &mut err,
        ask: &mut cli::ask_in_terminal,
    };
    match command {
        // MERGE: the screen loop and the demo module take over here.
        Command::Screen | Command::Demo { .. } => ExitCode::FAILURE,
        command => cli::run(&options, &command, &mut io).into(),
    }
}
