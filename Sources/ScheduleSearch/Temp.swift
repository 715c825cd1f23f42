import Trials
struct T: SearchStrategy { let s: SearchSpace; mutating func ask(for trial: TrialID) -> GrowthSchedule { s.base }; mutating func tell(_ evaluation: Evaluation) {} }
public extension SearchSettings { func makeStrategy(space: SearchSpace) -> any SearchStrategy { T(s: space) } }
