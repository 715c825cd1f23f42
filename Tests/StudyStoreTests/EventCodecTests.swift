import FoundationEssentials
import Studies
import StudyStore
import Testing
import Trials

/// Some events are written and read by hand, which must not show.
@Suite struct EventCodecTests {
    @Test func `events are written as by the encoder and read back`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for event in try Example.events() {
            let text = EventCodec.text(of: event)
            #expect(text == String(decoding: try encoder.encode(event), as: UTF8.self))
            #expect(try EventCodec.event(from: text) == event)
        }
    }

    @Test func `an event in another form is read all the same`() throws {
        let event = Example.proposed(7)
        let spaced = EventCodec.text(of: event).replacing(":", with: " : ")
        #expect(try EventCodec.event(from: spaced) == event)
    }
}
