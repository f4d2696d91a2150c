package org.kezheng.crm.masking;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.secret.SecretString;

/// The masking rules. A masked text still helps its reader to recognise what is meant, and no more.
public final class Masking {
    private static final String STAR = "*";
    /// A number of at least this many characters keeps three at its head and four at its tail.
    private static final int LONG_NUMBER = 11;

    private static final int HEAD = 3;
    private static final int TAIL = 4;
    /// A shorter number keeps two at its tail; one below this length keeps nothing.
    private static final int MIDDLE_NUMBER = 7;

    private static final int SHORT_TAIL = 2;
    private static final String NOTHING = "****";
    /// Surnames of two characters (复姓) that are met today.
    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "尉迟", "公孙", "慕容", "长孙", "宇文", "皇甫", "令狐",
            "钟离", "端木", "轩辕", "呼延", "淳于", "单于", "申屠", "公羊", "澹台", "公冶", "宗政", "濮阳", "太叔", "仲孙", "鲜于", "闾丘", "司空", "西门",
            "百里", "东郭", "拓跋", "赫连", "第五");

    private Masking() {}

    /// A Chinese name keeps its surname (`张*`, `欧阳**`), another name the first letter of each word (`J*** S****`).
    public static String name(SecretString clear) {
        String name = clear.reveal().strip();
        int length = name.codePointCount(0, name.length());
        if (length <= 1) {
            return STAR;
        }
        if (!name.codePoints().anyMatch(Character::isIdeographic)) {
            return Stream.of(name.split("\\s+", -1)).map(word -> head(word, 1)).collect(Collectors.joining(" "));
        }
        boolean isCompound = length > 2 && COMPOUND_SURNAMES.contains(name.substring(0, 2));
        return head(name, isCompound ? 2 : 1);
    }

    /// A number as it is dialled at home: `138****8000`; short ones keep two digits or nothing.
    public static String number(NormalisedNumber clear) {
        String number = clear.dialled().reveal();
        int length = number.length();
        if (length >= LONG_NUMBER) {
            return number.substring(0, HEAD) + STAR.repeat(length - HEAD - TAIL) + number.substring(length - TAIL);
        }
        if (length >= MIDDLE_NUMBER) {
            return STAR.repeat(length - SHORT_TAIL) + number.substring(length - SHORT_TAIL);
        }
        return NOTHING;
    }

    /// A number as it came from a trunk or a person; what is no number is masked wholly.
    public static String number(SecretString written) {
        return NormalisedNumber.of(written.reveal()).map(Masking::number).orElse(NOTHING);
    }

    private static String head(String text, int kept) {
        int end = text.offsetByCodePoints(0, kept);
        return text.substring(0, end) + STAR.repeat(text.codePointCount(end, text.length()));
    }
}
