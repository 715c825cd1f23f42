/// What happens to a network that has outgrown its best state without reaching the target.
public enum GrowthReturn: String, ScheduleChoice {
    /// It is thinned from its best state; if that fails, the next round starts from another seed.
    case thin
    /// The next round starts from another seed.
    case restart
    /// The training gives up.
    case end
    /// It grows on, up to its limit.
    case none
}
