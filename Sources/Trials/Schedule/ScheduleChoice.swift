/// The words of a parameter, as an enum: its raw values are the words in documents.
///
/// The parameter table takes its words from here, so that enum and table always agree. The words
/// have the order of the cases; the first one is the default.
public protocol ScheduleChoice: RawRepresentable<String>, CaseIterable, Hashable, Sendable
where AllCases == [Self] {}
