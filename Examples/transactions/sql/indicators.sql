-- What residents of each city bought in a year, out of the register of transactions: a row is one payment, in fen (分).
-- Whole numbers add up to the same sum in every order, so that every engine gives the same digits.
SELECT
    unit,
    booked_year,
    COUNT(*) AS payments,
    COUNT(DISTINCT buyer) AS buyers,
    SUM(fen) AS spending,
    SUM(CASE WHEN channel = :online THEN fen ELSE 0 END) AS online_spending,
    SUM(CASE WHEN category = :information THEN fen ELSE 0 END) AS information_spending
FROM transactions
WHERE booked_year >= :first_year AND paid_on <= :last_day
GROUP BY unit, booked_year
