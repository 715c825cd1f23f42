import ScheduleSearch
import Trials

extension StudyDefinition {
    enum CodingKeys: String, CodingKey {
        case name, dataset, learning, split, target, space, search, limits, certification,
            reliability
    }

    /// Reads a definition, which may come from a file that was edited or damaged.
    ///
    /// Within these bounds everything computed from a definition is defined; configs have narrower
    /// bounds.
    ///
    /// - Throws: `DecodingError` if a number is out of bounds.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            dataset: try container.decode(DatasetDigest.self, forKey: .dataset),
            learning: try container.decode(LearningTask.self, forKey: .learning),
            split: try container.decode(SplitPlan.self, forKey: .split),
            target: try container.decode(TargetScore.self, forKey: .target),
            space: try container.decode(SearchSpace.self, forKey: .space),
            search: try container.decode(SearchSettings.self, forKey: .search),
            limits: try container.decode(TrainingLimits.self, forKey: .limits),
            certification: try container.decode(CertificationPlan.self, forKey: .certification),
            // Journals of earlier versions do not have it.
            reliability: try container.decodeIfPresent(Double.self, forKey: .reliability)
                ?? Self.usualReliability)
        if let complaint {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: complaint))
        }
    }

    /// A message about a number that is out of bounds; `nil` if there is none.
    private var complaint: String? {
        let shares = 0.0...1.0
        let counts = 1...1_000_000_000_000_000_000
        let plan = 0...100_000
        if !shares.contains(split.validation) || !shares.contains(split.test)
            || split.validation + split.test > 1
        {
            return "the split takes \(split.validation) and \(split.test) of the rows"
        }
        if let folds = split.folds, !SplitPlan.foldRange.contains(folds) {
            return "the split has \(folds) folds"
        }
        if !shares.contains(reliability) {
            return "the reliability is \(reliability)"
        }
        if !counts.contains(limits.checks) || !counts.contains(limits.multiplyAdds)
            || !counts.contains(limits.connections)
        {
            return "the limits are \(limits)"
        }
        if !(1...SearchSettings.mostDesign).contains(search.design) {
            return "the search's design is \(search.design)"
        }
        if !plan.contains(certification.finalists) || !plan.contains(certification.replicates)
            || !plan.contains(certification.confirmations)
        {
            return "the certification is \(certification)"
        }
        return nil
    }
}
