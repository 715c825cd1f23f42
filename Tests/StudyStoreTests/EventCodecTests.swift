import FoundationEssentials
import Randomness
import Studies
import StudyStore
import Testing
import Trials

/// Some events are written and read by hand-written code, which must give the same text.
@Suite struct EventCodecTests {
    @Test func `events are read as they were written`() throws {
        var (writer, reader) = (EventCodec(), EventCodec())
        for event in try Example.events() {
            #expect(try reader.event(from: writer.text(of: event)) == event)
        }
    }

    @Test func `all but proposals are written as by the encoder`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var codec = EventCodec()
        for event in try Example.events() {
            let text = String(decoding: codec.text(of: event), as: UTF8.self)
            if case .proposed = event { continue }
            #expect(text == String(decoding: try encoder.encode(event), as: UTF8.self))
        }
    }

    @Test func `an event in another form can be read`() throws {
        let event = Example.proposed(7)
        let spaced = String(decoding: Self.text(of: event), as: UTF8.self)
            .replacing(":", with: " : ")
        var codec = EventCodec()
        #expect(try codec.event(from: Array(spaced.utf8)) == event)
    }

    @Test func `a proposal names what differs from the base of its study`() throws {
        let base = GrowthSchedule().setting(.patience, to: .integer(9))
        let event = Self.proposal(of: base.setting(.optimizer, to: .category("momentum")))
        var codec = EventCodec(base: base)
        let text = codec.text(of: event)
        #expect(
            String(decoding: text, as: UTF8.self).contains(
                #""schedule":{"optimizer":"momentum"},"#))
        #expect(try codec.event(from: text) == event)
        var unaware = EventCodec()
        #expect(try unaware.event(from: text) != event)
    }

    @Test func `a proposal that names everything is read whatever the base is`() throws {
        let event = Self.proposal(of: GrowthSchedule())
        let text = try JSONEncoder().encode(event)
        var codec = EventCodec(base: GrowthSchedule().setting(.patience, to: .integer(9)))
        #expect(try codec.event(from: Array(text)) == event)
    }

    @Test func `a proposal names its limit of work, if it has one`() throws {
        let schedule = GrowthSchedule()
        let limited = StudyEvent.proposed(
            trial: TrialID(rawValue: 1), schedule: schedule, seed: Seed(rawValue: 3),
            purpose: .search, effort: 12_000)
        let text = String(decoding: Self.text(of: limited), as: UTF8.self)
        #expect(text.hasPrefix(#"{"proposed":{"effort":12000,"purpose":{"search":{}},"#))
        let unlimited = String(decoding: Self.text(of: Self.proposal(of: schedule)), as: UTF8.self)
        #expect(text.replacing(#""effort":12000,"#, with: "") == unlimited)
        var codec = EventCodec()
        #expect(try codec.event(from: Array(text.utf8)) == limited)
        #expect(try codec.event(from: Array(text.replacing(":", with: ": ").utf8)) == limited)
    }

    private static func text(of event: StudyEvent) -> [UInt8] {
        var codec = EventCodec()
        return codec.text(of: event)
    }

    private static func proposal(of schedule: GrowthSchedule) -> StudyEvent {
        .proposed(
            trial: TrialID(rawValue: 1), schedule: schedule, seed: Seed(rawValue: 3),
            purpose: .search)
    }
}
