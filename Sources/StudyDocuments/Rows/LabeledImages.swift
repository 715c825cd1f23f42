/// A file of images and the file of their labels, both in IDX.
package struct LabeledImages: Hashable, Sendable {
    /// The file of the images.
    package let images: String
    /// The file of the labels.
    package let labels: String

    /// Pairs two files.
    package init(images: String, labels: String) {
        self.images = images
        self.labels = labels
    }
}
