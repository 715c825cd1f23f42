import Trials

/// Something that happens within a worker's process.
enum WorkerEvent {
    /// Its next deadline is reached.
    case wakes
    /// A training passes a check.
    case advances(Attempt)
    /// A training ends.
    case trains(Attempt)
}
