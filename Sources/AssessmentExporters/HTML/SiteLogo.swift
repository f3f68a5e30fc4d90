/// The picture of a template.
enum SiteLogo {
    /// Its path in the folder.
    static let path = "logo.png"
}
