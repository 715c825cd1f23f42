import Coordination
import SparseLearning
import Trials

/// A message from a training thread to its node.
enum TrainingNews: Sendable {
    case advanced(TrialID, AttemptNumber, GrowthPoint)
    case ended(TrialID, AttemptNumber, TrainingReport)
    case overran(GuardBreach)
}
