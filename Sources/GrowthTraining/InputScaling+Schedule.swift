package import Datasets
package import Trials

extension InputScaling {
    /// What a schedule wants features to be divided by.
    package init(_ schedule: GrowthSchedule) {
        switch schedule.inputScaling {
        case .deviation: self = .deviation
        case .range: self = .range
        }
    }
}
