import CAllocationCount
import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

/// A study of a million trials must fit into memory: the tests measure what its state allocates and
/// keeps.
@Suite struct MemoryTests {

    private func state() throws -> StudyState {
        let definition = try Fixture.definition()
        let space = SearchSpace(dimensions: [
            .init(parameter: .incrementSize, domain: .real(range: 0.05...0.6, scale: .linear)),
            .init(parameter: .patience, domain: .integer(range: 1...9, scale: .linear)),
        ])
        return StudyState(
            definition: StudyDefinition(
                name: definition.name, dataset: definition.dataset, learning: .classification,
                split: definition.split, target: definition.target, space: space),
            budget: StudyBudget(trials: 1_000_000))
    }

    /// Trains a number of schedules, all different.
    private func train(_ count: Int, of state: inout StudyState) throws {
        let workers = try (1...40).map { try Fixture.worker("worker-\($0)") }
        for _ in 0..<count {
            let trial = state.nextTrial
            let number = trial.rawValue
            let worker = workers[number % workers.count]
            let schedule = GrowthSchedule()
                .setting(.incrementSize, to: .real(0.05 + Double(number) / 1e6))
                .setting(.patience, to: .integer(number % 9 + 1))
            let isHit = number % 3 != 0
            let report = Fixture.report(
                connections: 20 + number * 37 % 1000,
                outcome: isHit ? .reached : .failed(reason: .targetMissed(checks: 9)),
                validation: isHit ? 0.96 : Double(number % 90) / 100, hash: UInt64(number))
            try state.apply(
                .proposed(
                    trial: trial, schedule: schedule, seed: state.searchSeed(for: schedule),
                    purpose: .search))
            let attempt = Attempt(1, of: trial)
            try state.apply(.leased(attempt: attempt, worker: worker))
            try state.apply(.reported(attempt: attempt, worker: worker, report: report))
        }
    }

    @Test func `a trial that is over takes less than 80 bytes`() throws {
        var state = try state()
        // Memory that every study needs, such as the best schedules, is already allocated.
        try train(12_000, of: &state)
        let before = allocated_bytes()
        try train(12_000, of: &state)
        let each = Double(allocated_bytes() - before) / 12_000
        #expect(each < 80, "\(each) bytes a trial")
        #expect(state.trialsOver == 24_000)
    }
}
