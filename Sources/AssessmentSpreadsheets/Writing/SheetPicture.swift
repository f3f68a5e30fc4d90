/// A picture on a sheet.
package struct SheetPicture {
    /// The bytes of a PNG.
    package let png: [UInt8]
    /// Its size on the sheet, in pixels of a screen.
    package let width: Double
    package let height: Double
    /// What its size by its own resolution is multiplied by.
    package let scale: Double

    /// A picture that is at most so large; nothing where the bytes are no PNG with a size.
    package init?(png: [UInt8], within room: (width: Double, height: Double) = (320, 56)) {
        var own: (width: Double, height: Double)?
        // A picture without a resolution is shown at 96 pixels an inch.
        var perInch = 96.0
        var rest = png.dropFirst(8)
        func number(_ bytes: ArraySlice<UInt8>) -> Double { bytes.reduce(0) { $0 * 256 + Double($1) } }
        while rest.count >= 12 {
            let length = number(rest.prefix(4))
            let kind = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
            guard length <= Double(rest.count - 12) else { break }
            let content = rest.dropFirst(8).prefix(Int(length))
            switch kind {
            case "IHDR" where content.count >= 8:
                own = (number(content.prefix(4)), number(content.dropFirst(4).prefix(4)))
            case "pHYs" where content.count == 9 && content.last == 1:
                perInch = (number(content.prefix(4)) * 0.0254).rounded()
            default: break
            }
            rest = rest.dropFirst(12 + Int(length))
            // A whole file ends with this.
            if kind == "IEND" {
                guard let own, own.width >= 1, own.height >= 1, perInch >= 1 else { return nil }
                let shown = (width: own.width * 96 / perInch, height: own.height * 96 / perInch)
                scale = min(room.width / shown.width, room.height / shown.height)
                (width, height, self.png) = (shown.width * scale, shown.height * scale, png)
                return
            }
        }
        return nil
    }
}
