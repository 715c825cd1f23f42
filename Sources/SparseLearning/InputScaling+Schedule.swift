public import Datasets
public import Trials

extension InputScaling {
    /// What a schedule wants features to be divided by.
    public init(_ schedule: GrowthSchedule) {
        switch schedule.inputScaling {
        case .deviation: self = .deviation
        case .range: self = .range
        }
    }
}
