//! When the program is to be woken though nobody pressed a key.
//!
//! The rule: for each thing that happens by itself there is one moment, and of all of them the loop waits for the first.
//! Where nothing happens by itself it waits for ever.

use chrono::Timelike;

use super::Program;

impl Program {
    /// When something happens by itself: two seconds after a pupil came on the screen, which is then a line of the trail;
    /// and when the clock on the screen next changes: once a minute in an open meeting or on a blank screen, once a second
    /// in the last minute of an item, and otherwise never.
    ///
    /// Besides the clock: at once while a backup is being made, and when it has been idle for too long.
    pub fn next_tick(&self) -> Option<std::time::Duration> {
        let quiet = [self.watch_tick(), self.announce_tick()];
        let ticks = [self.clock_tick(), self.idle_tick(), self.wait_tick()]
            .into_iter()
            .chain(quiet);
        ticks.flatten().min()
    }

    /// When the clock on the screen next changes.
    fn clock_tick(&self) -> Option<std::time::Duration> {
        if self.state.following.asked.is_some() || self.backing.is_some() {
            // As soon as the screen has said that they are being written.
            return Some(std::time::Duration::ZERO);
        }
        if let Some(soon) = self.until_work() {
            return Some(soon);
        }
        let every = |seconds: u32| Some(std::time::Duration::from_secs(seconds.into()));
        let to_minute = 60 - self.state.now.second() % 60;
        if !self.state.is_open() {
            let shown = self.state.blank || self.state.locked.is_some();
            return shown.then(|| every(to_minute)).flatten();
        }
        let running = self
            .state
            .sitting
            .as_ref()
            .and_then(|s| s.place)
            .is_some_and(|p| p.since.is_some());
        let Some(item) = self.state.item().map(|i| &i.item).filter(|_| running) else {
            return every(to_minute);
        };
        let spent = item.seconds.saturating_add(self.state.visit_seconds());
        let planned = u32::from(item.minutes) * 60;
        every(if spent + 60 >= planned && spent <= planned {
            1
        } else {
            (60 - spent % 60).min(to_minute)
        })
    }
}
