/// The answer of a training's observer after each check.
public enum TrainingDecision: Hashable, Sendable {
    /// Continue; a cap applies from now on, unless a lower one already does.
    case proceed(cap: Int?)
    /// Stop; the report is not needed any more.
    case stop
}
