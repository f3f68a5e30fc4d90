/// What a collection takes for a number besides digits with a decimal point; a specification declares it, and nothing is
/// guessed.
public enum NumberRule: String, Sendable, Hashable, CaseIterable {
    /// Commas between groups of three digits: `1,234.5`.
    case thousandsSeparators = "thousands_separators"
    /// A sign of per cent behind a value of a variable that is measured in per cent: `12.5%` is 12.5.
    case percentSigns = "percent_signs"
    /// Digits and signs of full width: `１２．５`.
    case fullWidthDigits = "full_width_digits"
    /// Powers of ten in Chinese, converted to the variable's unit of measure: `1.2亿` is 12,000 of a variable in 万元.
    case chineseUnits = "chinese_units"
}
