extension SparseNetwork {
    /// A hash of layers, connections, weights, biases and slopes.
    public var fingerprint: UInt64 {
        var hash = StructureHash()
        hash.add(UInt64(layerSizes.count))
        for size in layerSizes { hash.add(UInt64(size)) }
        for start in rowStarts { hash.add(UInt64(start)) }
        for source in sources { hash.add(UInt64(source)) }
        for connection in sources.indices { hash.add(Double(weight(of: connection))) }
        for bias in biases { hash.add(Double(bias)) }
        for slope in slopes { hash.add(Double(slope)) }
        return hash.value
    }
}
