package org.kezheng.platform.flows;

/// Something that is wrong with a flow.
///
/// @param pointer where, as a JSON pointer (RFC 6901)
/// @param detail what is meant by `%s` of the rule's sentence; empty where it has none
public record FlowProblem(String pointer, Rule rule, String detail) {

    public String chinese() {
        return rule.chinese.replace("%s", detail);
    }

    public String english() {
        return rule.english.replace("%s", detail);
    }

    /// What a flow has to fulfil, and the way out where it does not.
    public enum Rule {
        NOT_JSON("不是合法的 JSON：%s；请改正后重试", "not JSON: %s; mend it and try again"),
        TOO_LARGE("超出上限（%s）；请拆成几个流程", "beyond the limit (%s); make several flows of it"),
        MISSING("缺少必填项“%s”；请补上", "“%s” is missing; add it"),
        UNKNOWN_MEMBER("没有“%s”这一项；请删去或改正拼写", "there is no member “%s”; take it out or mend its spelling"),
        WRONG_VALUE("取值不对，应为 %s", "wrong value; %s is expected"),
        UNKNOWN_TYPE("没有“%s”这种节点；可用的类型见 docs/flows.md", "there is no node of type “%s”; docs/flows.md lists them"),
        UNKNOWN_NODE("没有名为“%s”的节点；请新建该节点或改正名称", "there is no node “%s”; add it, or name another"),
        UNKNOWN_QUEUE("站点定义中没有队列“%s”；请用已有队列的代码", "the site has no queue “%s”; use the code of one it has"),
        UNKNOWN_CALENDAR("没有名为“%s”的营业时间；请在 calendars 中定义", "there is no calendar “%s”; define it in calendars"),
        UNKNOWN_VARIABLE(
                "变量“%s”从未采集；请先用 digits 节点采集",
                "the variable “%s” is never collected; collect it by a node of type digits"),
        MISSING_PROMPT("没有名为“%s”的提示音；请在 prompts 中写明文字", "there is no prompt “%s”; give its text in prompts"),
        MISSING_TEXT("提示音缺少语言“%s”的文字；请补上", "the prompt has no text in language “%s”; add it"),
        UNREACHABLE("没有任何路径到达该节点；请接上或删去", "no way leads to this node; join it, or take it out"),
        NO_PERSON(
                "来电者在此处按键两次以内到不了人工；请让 0 键或某个选项通向队列",
                "from here no person is reached within two keys; let key 0 or an option lead to a queue"),
        NO_WAY_OUT(
                "非服务时间的来电者在此处既不能留言、预约回电，也到不了人工；请接上其中之一",
                "out of hours a caller can neither leave a message nor be called back nor reach a person here; join one of these"),
        LOOP(
                "经“%s”形成循环而不需要来电者按键；请断开或加入菜单",
                "a loop over “%s” that needs nothing of the caller; break it, or put a menu in"),
        KEY_TWICE("按键“%s”用了两次；请换一个键", "the key “%s” is used twice; choose another"),
        SECRET_TO_BRANCH(
                "变量“%s”是保密输入，不能用于分支；请改用 verify 节点",
                "the variable “%s” is secret and cannot decide a branch; use a node of type verify");

        private final String chinese;
        private final String english;

        Rule(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }
}
