// What the kit's benchmark parses and prints: queries of four kinds, each on one line.
const WRITTEN = {
  simple: "SELECT Id, Name FROM Account WHERE Name = 'Acme' LIMIT 10",
  aggregate: `SELECT Account.Industry, COUNT(Id) deals, SUM(Amount) total, AVG(Probability) FROM Opportunity
    WHERE IsWon = TRUE AND CloseDate >= LAST_N_FISCAL_YEARS:3 GROUP BY ROLLUP(Account.Industry, LeadSource)
    HAVING SUM(Amount) > 10000 AND COUNT(Id) >= 5 ORDER BY SUM(Amount) DESC NULLS LAST LIMIT 200`,
  conditions: `SELECT Id, Name FROM Account WHERE (Name LIKE 'Acme%' OR (Industry IN ('Energy', 'Banking') AND Rating = 'Hot'))
    AND (AnnualRevenue > 1000000 OR (NumberOfEmployees >= 50 AND NOT (Type = 'Partner'))) AND (CreatedDate = THIS_YEAR
    OR LastModifiedDate >= 2026-01-01T00:00:00Z) AND Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsWon = TRUE)
    ORDER BY Name ASC NULLS FIRST LIMIT 500 OFFSET 100`,
  complex: `SELECT Id, Name, Amount, CloseDate, Account.Name, Account.Owner.Name, Owner.Profile.Name, (SELECT Id, Quantity,
    UnitPrice, PricebookEntry.Product2.Name FROM OpportunityLineItems WHERE Quantity > 1 ORDER BY CreatedDate DESC LIMIT 50),
    (SELECT Id, Contact.Email FROM OpportunityContactRoles WHERE IsPrimary = TRUE) FROM Opportunity
    WHERE (StageName IN ('Prospecting', 'Qualification', 'Closed Won') OR Amount >= 50000.00) AND CloseDate = LAST_N_DAYS:90
    AND Account.Name LIKE '%Corp%' AND CreatedDate > 2026-01-01T00:00:00Z AND NOT (Probability < 10) AND AccountId IN
    (SELECT Id FROM Account WHERE Industry = 'Energy' AND AnnualRevenue != NULL)
    ORDER BY Amount DESC NULLS LAST, CloseDate ASC LIMIT 100 OFFSET 20`,
};

export const SOQL_QUERIES = Object.fromEntries(
  Object.entries(WRITTEN).map(([name, text]) => [name, text.replaceAll(/\s+/g, ' ')]),
);
