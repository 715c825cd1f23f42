/// A certification goes on and on; a test that waited for its end would say nothing.
struct EndlessCertification: Error {
    static let trainings = 1000
}
