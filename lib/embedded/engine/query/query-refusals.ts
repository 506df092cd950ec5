// The platform's wordings, kept together because several clauses share them.

export function noSuchColumn(column: string, entity: string): string {
  return (
    `No such column '${column}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append ` +
    `the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`
  );
}

export function noSuchType(sobject: string): string {
  return (
    `sObject type '${sobject}' is not supported. If you are attempting to use a custom object, be sure to append the ` +
    `'__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
  );
}

export function noSuchRelationship(name: string, place: 'field path' | 'FROM part of query call'): string {
  return (
    `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure ` +
    `to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the ` +
    `appropriate names.`
  );
}

export function notUsable(field: string, use: 'filtered' | 'sorted' | 'grouped'): string {
  return `field '${field}' can not be ${use} in a query call`;
}

/** @param call such as `FORMAT(Amount)` */
export function onlySelected(call: string, clause: 'WHERE' | 'ORDER BY' | 'HAVING' | 'GROUP BY'): string {
  return `${call} is only allowed in the SELECT clause, not in ${clause}`;
}

export function wrongCriterionType(field: string, type: string, quoted: boolean): string {
  return (
    `value of filter criterion for field '${field}' must be of type ${type} and should ` +
    (quoted ? 'be enclosed in quotes' : 'not be enclosed in quotes')
  );
}
