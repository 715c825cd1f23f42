import FoundationEssentials
import StudyReports
import Testing

/// What commands answer that work on no study, to the byte.
@Suite struct CommandAnswerTests {
    private func json(_ answer: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }

    private func search(connections: Double?) -> ReplayedSearch {
        ReplayedSearch(
            method: "evolution", workers: 2, number: 7, target: 0.95, budgetSeconds: 10.00049,
            computeSeconds: 9.5, trials: 12, searchTrials: 9, returned: connections.map { _ in 3 },
            returnedConnections: connections,
            anytime: [.init(seconds: 0.12345, cell: nil), .init(seconds: 9, cell: 3)])
    }

    @Test func `an exported file is named`() throws {
        let file = ExportedFile(path: "out/best.yaml", format: "schedule")
        #expect(file.line == "wrote out/best.yaml")
        #expect(try json(file) == #"{"format":"schedule","path":"out/best.yaml"}"#)
    }

    @Test func `a simulation tells people more than scripts`() throws {
        let summary = SimulationSummary(
            seeds: 3, trials: 60, violations: 1,
            course: .init(
                abandoned: 2, coordinators: 4, workers: 25, steps: 999, longestSeconds: 90,
                wallSeconds: 2))
        #expect(try json(summary) == #"{"seeds":3,"trials":60,"violations":1}"#)
        #expect(summary.lines.count == 2)
        #expect(summary.lines[0].hasPrefix("3 seeds, 60 trials over (2 given up), 1 violations in"))
        #expect(
            summary.lines[1].hasPrefix(
                "4 processes of coordinators and 25 of workers, 999 events, longest run "))
    }

    @Test func `a recording counts what the table has and what is new`() throws {
        let summary = RecordingSummary(
            out: "a.trainings", cells: 4, trainings: 8, recordedNow: 2, cpuSeconds: 1.5)
        let text =
            #"{"cells":4,"cpu_seconds":1.5,"out":"a.trainings","recorded_now":2,"trainings":8}"#
        #expect(try json(summary) == text)
        #expect(summary.line.hasPrefix("a.trainings: 2 trainings in "))
    }

    @Test func `a replayed search is rounded for scripts, and may return nothing`() throws {
        let text = """
            {"anytime":[[0.123,null],[9,3]],"budget_seconds":10,"compute_seconds":9.5,\
            "method":"evolution","repeat":7,"returned":3,"returned_connections":41.236,\
            "search_trials":9,"target":0.95,"trials":12,"workers":2}
            """
        #expect(try json(search(connections: 41.23567)) == text)
        #expect(
            search(connections: 41.23567).line
                == "repeat 7: 12 trainings, returned cell 3 of 41.2 connections")
        #expect(search(connections: nil).line == "repeat 7: 12 trainings, returned nothing")
        #expect(try !json(search(connections: nil)).contains("returned"))
    }

    @Test func `a benchmark names the processor`() throws {
        let result = BenchmarkResult("kernels", cpu: "any", rows: [1, 2])
        #expect(try json(result) == #"{"benchmark":"kernels","cpu":"any","rows":[1,2]}"#)
    }
}
