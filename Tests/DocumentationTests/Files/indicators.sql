SELECT unit, year, sum(amount) AS amount FROM transactions WHERE day >= :from GROUP BY unit, year
