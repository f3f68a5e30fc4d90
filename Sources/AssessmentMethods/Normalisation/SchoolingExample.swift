/// The years of schooling of 23 countries on which the handbook shows its normalisations.
///
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), tables 15 and A.2; from Finland and the
/// United States to Hungary and Slovenia, in the order of the tables.
enum SchoolingExample {
    static let years: [Double?] = [
        10, 12, 11.4, 9.5, 10.8, 9.4, 9.4, 11.6, 10.9, 7.1, 10.2, 11.9, 9.4, 9.3, 11.7, 8.4, 7.9, 9.6, 7.3, 7.2, 9.5,
        9.1,
        7.1,
    ]
}
