public import Datasets
public import Trials

extension InputScaling {
    /// Converts the input scaling of a schedule.
    public init(_ schedule: GrowthSchedule) {
        switch schedule.inputScaling {
        case .deviation: self = .deviation
        case .range: self = .range
        }
    }
}
