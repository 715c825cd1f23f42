import Coordination
import SparseLearning
import Trials

/// What a training thread tells its node.
enum TrainingNews: Sendable {
    case advanced(TrialID, AttemptNumber, GrowthPoint)
    case ended(TrialID, AttemptNumber, TrainingReport)
    case overran(GuardBreach)
}
