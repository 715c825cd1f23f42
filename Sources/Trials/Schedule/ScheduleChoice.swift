/// The words of one parameter, as an enum: its raw values are the words in documents.
///
/// The table of parameters takes its words from here, so that enum and table cannot differ. The
/// order of the cases is that of the words: the first one is the default.
public protocol ScheduleChoice: RawRepresentable<String>, CaseIterable, Hashable, Sendable
where AllCases == [Self] {}
