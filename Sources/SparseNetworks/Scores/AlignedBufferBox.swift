/// A buffer that copyable values can share.
final class AlignedBufferBox {
    let buffer: AlignedBuffer<Float>

    init(count: Int) {
        buffer = AlignedBuffer(count: count, filledWith: 0)
    }
}
