import Coordination
import SparseLearning
import Trials

/// A message from a training thread to its node.
enum TrainingNews: Sendable {
    case advanced(Attempt, GrowthPoint)
    case ended(Attempt, TrainingReport)
    case overran(GuardBreach)
}
