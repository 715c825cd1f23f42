/// Whether a connection may lead from an input straight to an output.
public enum DirectLinks: String, ScheduleChoice {
    case yes
    /// Every path leads over a hidden node.
    case no
}
