/// What a row's class has to do with its weight in the loss.
public enum ClassWeighting: String, ScheduleChoice {
    /// Nothing.
    case none
    /// Every class weighs the same in all, however rare.
    case balanced
}
