//! Lines to be drawn: the same points for the terminal, a picture and a PDF.
//!
//! The rule: a point carries the text that stands beside it, so that no line is drawn without its numbers, and a point of
//! which nothing can be said is not there: the line breaks off instead of running on to zero.

/// Lines below each other that share what stands below their points and how high they can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// What is drawn.
    pub title: String,
    /// What stands below each place from left to right: a month, or after how long.
    pub under: Vec<String>,
    /// How high the highest point can be.
    pub most: u64,
    /// The lines, each with as many points as there are places.
    pub lines: Vec<PlotLine>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlotLine {
    /// What it is called.
    pub name: String,
    /// Its points; none where nothing can be said.
    pub points: Vec<Option<PlotPoint>>,
}

/// A point of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlotPoint {
    /// How high it lies, from zero to the most of its plot.
    pub height: u64,
    /// What stands beside it.
    pub said: String,
}

impl Plot {
    /// Where a point lies on a scale of so many steps above zero: whatever is there is seen, so only zero lies on zero.
    pub fn step(&self, height: u64, steps: u64) -> u64 {
        let most = self.most.max(1);
        let step = (height.min(most).saturating_mul(steps) + most / 2) / most;
        step.max(u64::from(height > 0)).min(steps)
    }
}
