/// A reference to a buffer, so that copyable values can share it.
final class AlignedBufferBox {
    let buffer: AlignedBuffer<Float>

    init(count: Int) {
        buffer = AlignedBuffer(count: count, filledWith: 0)
    }
}
