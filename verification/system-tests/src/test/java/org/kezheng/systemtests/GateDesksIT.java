package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.http.ApiClient;

/// The gate's screens, in both languages: what was decided and by which rule, consents, who is not to be called,
/// own numbers, trunks. No number is ever clear on them. What they look like is kept as pictures in
/// `target/screenshots`.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateDesksIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String NUMBER = "13344440000";
    private static final String MASKED = "133****0000";

    private final CallCentre centre;
    private final Browser browser = Browser.speaking(1_000);

    GateDesksIT(CallCentre centre) {
        this.centre = centre;
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 外呼与号码, 外呼判定, 用途不允许, 号码, 查询, 请填写电话号码",
        "en, Calls out, Decisions, Purpose not allowed, Number, Search, Enter a telephone number"
    })
    void supervisorFindsADecisionByItsNumberAndReadsItsRule(
            String language,
            String outside,
            String decisions,
            String rule,
            String number,
            String search,
            String wrong) {
        try (ApiClient system = centre.signIn("system1");
                BrowserPage desk = Console.signIn(browser, centre, "supervisor1", language)) {
            system.send("POST", "/api/gate/trials", Map.of("number", NUMBER, "purpose", "marketing"))
                    .expect(200);
            Page page = desk.page();
            link(page, outside).click();
            link(page, decisions).click();
            page.getByLabel(number, new Page.GetByLabelOptions().setExact(true)).fill("12a");
            button(page, search).click();
            page.getByText(wrong).first().waitFor();
            page.getByLabel(number, new Page.GetByLabelOptions().setExact(true)).fill(NUMBER);
            button(page, search).click();
            Locator row = page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(MASKED))
                    .first();
            row.getByText(rule).waitFor();
            desk.screenshot(PICTURES.resolve("gate-decisions-" + language + ".png"));
            assertThat(page.getByRole(AriaRole.TABLE).allTextContents().toString())
                    .doesNotContain(NUMBER);
            assertThat(page.url()).doesNotContain(NUMBER);
            link(page, language.startsWith("zh") ? "中继" : "Trunks").click();
            page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText("demo"))
                    .first()
                    .waitFor();
            desk.screenshot(PICTURES.resolve("gate-trunks-" + language + ".png"));
            assertThat(desk.complaints()).isEmpty();
            system.signOut();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 登记同意, 对方号码, 用途, 信息咨询, 同意方式, 书面, 告知文本版本, 已撤回, 请选择用途",
        "en, Record consent, Person’s number, Purpose, Information, Given by, In writing, Version of the text, Withdrawn, Choose a purpose"
    })
    void agentRecordsAConsentIsToldWrongFieldsAndWithdrawsIt(
            String language,
            String record,
            String number,
            String purpose,
            String information,
            String means,
            String written,
            String version,
            String withdrawn,
            String choose) {
        String person = language.startsWith("zh") ? "13344441111" : "13344442222";
        String masked = person.substring(0, 3) + "****" + person.substring(7);
        try (BrowserPage desk = Console.signIn(browser, centre, "agent3", language)) {
            Page page = desk.page();
            page.navigate(page.url().replaceFirst("/agent.*", "/outside/consents"));
            page.getByLabel(number, new Page.GetByLabelOptions().setExact(true)).fill(person);
            button(page, record).click();
            page.getByText(choose).first().waitFor();
            choose(page, purpose, information);
            choose(page, means, written);
            page.getByLabel(version).fill("v1");
            button(page, record).click();
            Locator row = page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(masked))
                    .first();
            row.waitFor();
            desk.screenshot(PICTURES.resolve("gate-consents-" + language + ".png"));
            row.getByRole(AriaRole.BUTTON).click();
            page.getByRole(AriaRole.TOOLTIP).getByRole(AriaRole.BUTTON).last().click();
            row.getByText(withdrawn).waitFor();
            assertThat(page.getByRole(AriaRole.TABLE).allTextContents().toString())
                    .doesNotContain(person);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void supervisorEntersWhoIsNotToBeCalledAndLiftsIt() {
        try (BrowserPage desk = Console.signIn(browser, centre, "supervisor1", "zh-CN")) {
            Page page = desk.page();
            link(page, "外呼与号码").click();
            link(page, "拒呼名单").click();
            page.getByLabel("对方号码").fill("13344443333");
            button(page, "加入拒呼名单").click();
            page.getByText("请选择原因").first().waitFor();
            choose(page, "原因", "本人拒绝");
            button(page, "加入拒呼名单").click();
            Locator row = page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText("133****3333"))
                    .first();
            row.getByText("本人拒绝").waitFor();
            desk.screenshot(PICTURES.resolve("gate-do-not-call-zh-CN.png"));
            row.getByRole(AriaRole.BUTTON).click();
            page.getByRole(AriaRole.TOOLTIP).getByRole(AriaRole.BUTTON).last().click();
            row.getByText("已解除").waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 外呼与号码, 码号登记, 登记号码, 号码, 保存, 请填写电话号码, 95001, 仅呼入, 已报备, 已全部报备",
        "en, Calls out, Own numbers, Enter a number, Number, Save, Enter a telephone number, 95002, Inbound only, Filed, All filed"
    })
    void administratorEntersANumberAndFilesItWithinItsTerm(
            String language,
            String outside,
            String numbers,
            String enter,
            String field,
            String save,
            String wrong,
            String number,
            String inboundOnly,
            String file,
            String allFiled) {
        try (BrowserPage desk = Console.signIn(browser, centre, "system1", language)) {
            Page page = desk.page();
            link(page, outside).click();
            link(page, numbers).click();
            button(page, enter).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            button(dialog, save).click();
            dialog.getByText(wrong).first().waitFor();
            dialog.getByLabel(field, new Locator.GetByLabelOptions().setExact(true))
                    .fill(number);
            choose(page, language.startsWith("zh") ? "状态" : "State", language.startsWith("zh") ? "在用" : "In use");
            button(dialog, save).click();
            Locator row = page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .first();
            row.getByText(inboundOnly).waitFor();
            desk.screenshot(PICTURES.resolve("gate-numbers-" + language + ".png"));
            button(row, file).click();
            button(page.getByRole(AriaRole.DIALOG), file).click();
            row.getByText(allFiled).waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 外呼与号码, 转外线白名单, 名称, 号码, 加入白名单, 移除",
        "en, Calls out, Numbers to hand calls to, Name, Number, Add to the list, Remove"
    })
    void administratorPutsANumberOutsideOnTheListOfThoseToHandCallsTo(
            String language, String outside, String list, String label, String number, String add, String remove) {
        String name = language.startsWith("zh") ? "设备厂商技术支持" : "Manufacturer’s support";
        try (BrowserPage desk = Console.signIn(browser, centre, "system1", language)) {
            Page page = desk.page();
            link(page, outside).click();
            link(page, list).click();
            page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(name);
            page.getByLabel(number, new Page.GetByLabelOptions().setExact(true)).fill("02087654321");
            button(page, add).click();
            Locator row = page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .first();
            row.getByText("020****4321").waitFor();
            desk.screenshot(PICTURES.resolve("outside-numbers-" + language + ".png"));
            button(row, remove).click();
            page.getByRole(AriaRole.TOOLTIP).getByRole(AriaRole.BUTTON).last().click();
            row.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 客户的完整号码, 没有这个号码的客户", "en, The customer’s whole number, No customer has this number"})
    void supervisorFindsACustomerByTheWholeNumberAndSeesTheRecordMasked(String language, String number, String nobody) {
        try (BrowserPage desk = Console.signIn(browser, centre, "supervisor1", language)) {
            Page page = desk.page();
            page.navigate(page.url().replaceFirst("/supervisor.*", "/customers"));
            page.getByLabel(number).fill("13000000000");
            page.keyboard().press("Enter");
            page.getByText(nobody).waitFor();
            desk.screenshot(PICTURES.resolve("customers-none-" + language + ".png"));
            page.getByLabel(number).fill("13800138000");
            page.keyboard().press("Enter");
            page.getByText("138****8000").waitFor();
            desk.screenshot(PICTURES.resolve("customers-" + language + ".png"));
            assertThat(page.getByRole(AriaRole.MAIN).innerText()).doesNotContain("张伟", "13800138000");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void administratorImportsACarriersFiguresAndIsToldEachBadLine() {
        String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        try (BrowserPage desk = Console.signIn(browser, centre, "system1", "zh-CN")) {
            Page page = desk.page();
            link(page, "外呼与号码").click();
            page.locator("input[type=file]").setInputFiles(csv("trunk,day,attempts,lost\nnone," + day + ",5,1\n"));
            page.getByText("第 2 行：trunk 应为站点的中继编码").waitFor();
            page.locator("input[type=file]").setInputFiles(csv("trunk,day,attempts,lost\ndemo," + day + ",200,5\n"));
            page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText("2.50%"))
                    .first()
                    .waitFor();
            desk.screenshot(PICTURES.resolve("gate-carrier-zh-CN.png"));
        }
    }

    private static FilePayload csv(String content) {
        return new FilePayload("figures.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /// A button of two Chinese characters has a space between them; one that has just loaded is still called so
    /// before its name.
    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(spaced(name)))
                .first();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(spaced(name)))
                .first();
    }

    private static Pattern spaced(String name) {
        return Pattern.compile(name.length() == 2 ? name.charAt(0) + "\\s?" + name.charAt(1) + "$" : name + "$");
    }

    private static void choose(Page page, String label, String option) {
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .click();
        page.locator(".ant-select-item-option:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }
}
