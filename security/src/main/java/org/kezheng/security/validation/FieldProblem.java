package org.kezheng.security.validation;

/// One field that was refused.
///
/// @param field the field's name in the request
/// @param rule the rule that refused it, such as `customer.name-length`
/// @param explanation a sentence for people; it never repeats what was entered
public record FieldProblem(String field, String rule, String explanation) {}
