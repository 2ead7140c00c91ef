//! What somebody presses who listens instead of looks: a number stands for going to a row and taking it.
//!
//! The rule: whatever is chosen by a number is done by what its keys would do, one step after the other, each answered by
//! the program before the next.

use dakpan::app::Program;
use dakpan::app::message::Message;
use dakpan::cli::Options;
use dakpan::ui::aloud::{Aloud, Heard, Step, step};

/// More steps than any list has rows.
const MOST: usize = 1000;

/// Gives the program what was pressed; what makes a number goes to the row that has it.
pub(crate) fn handle(program: &mut Program, aloud: Option<&mut Aloud>, message: Message, options: &Options) {
    let catalog = program.state.catalog();
    match aloud.map(|aloud| aloud.hear(&message, &program.screen(), catalog)) {
        None | Some(Heard::Pass) => program.handle(message, options.now()),
        Some(Heard::Kept) => {}
        Some(Heard::Choose(number)) => choose(program, number, options),
        Some(Heard::Before(number)) => {
            choose(program, number, options);
            program.handle(message, options.now());
        }
    }
}

fn choose(program: &mut Program, number: usize, options: &Options) {
    let mut first = None;
    for _ in 0..MOST {
        match step(&program.screen(), number, &mut first, program.state.catalog()) {
            Step::On(message) => program.handle(message, options.now()),
            Step::There(last) => {
                if let Some(message) = last {
                    program.handle(message, options.now());
                }
                return;
            }
            Step::Gone => return,
        }
    }
}
