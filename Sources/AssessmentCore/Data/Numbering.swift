/// Values numbered from 0 in the order in which they first appear, so that each is kept once.
package struct Numbering<Value: Hashable & Sendable>: Sendable {
    /// The values, by their numbers.
    package private(set) var values: [Value] = []
    private var numbers: [Value: UInt32] = [:]

    package init() {}

    /// The number of a value, which gets the next one where it is new.
    package mutating func number(of value: Value) -> UInt32 {
        if let number = numbers[value] { return number }
        let number = UInt32(values.count)
        numbers[value] = number
        values.append(value)
        return number
    }

    /// The number of a value that appeared; nothing for another one.
    package func existing(_ value: Value) -> UInt32? { numbers[value] }
}

/// A column of numbers that takes no room as long as all of them are 0.
package struct SparseNumbers<Element: FixedWidthInteger & Sendable>: Sendable {
    private var stored: [Element] = []
    private var count = 0

    package init() {}

    package subscript(index: Int) -> Element { stored.isEmpty ? 0 : stored[index] }

    package mutating func append(_ element: Element) {
        if element != 0, stored.isEmpty { stored = [Element](repeating: 0, count: count) }
        count += 1
        if element != 0 || !stored.isEmpty { stored.append(element) }
    }

    /// Appends so many zeros, or what is computed for each where some are not.
    package mutating func append(count more: Int, areZero: Bool, _ element: (Int) -> Element) {
        if areZero, stored.isEmpty {
            count += more
        } else {
            for index in 0..<more { append(areZero ? 0 : element(index)) }
        }
    }

    package mutating func set(_ element: Element, at index: Int) {
        if element != 0, stored.isEmpty { stored = [Element](repeating: 0, count: count) }
        if !stored.isEmpty { stored[index] = element }
    }
}
