/// What an observer of a training wants, after each check.
public enum TrainingDecision: Hashable, Sendable {
    /// Go on; a cap, where given, holds from now on unless a lower one does.
    case proceed(cap: Int?)
    /// Give up; nobody wants the report any more.
    case stop
}
