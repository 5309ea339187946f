package dev.baton.demo;

import dev.baton.collaboration.CannedReplies;
import dev.baton.collaboration.CannedReply;
import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import dev.baton.identity.Secrets;
import dev.baton.identity.SiteId;
import dev.baton.identity.customers.Site;
import dev.baton.identity.customers.Sites;
import dev.baton.platform.Ids;
import dev.baton.platform.Settings;
import dev.baton.staffing.Category;
import dev.baton.staffing.Group;
import dev.baton.staffing.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What the demo company works with. Each part is made only where there is none, so that a start cut short can be repeated. */
@ApplicationScoped
class DemoCompany {

    private final Groups groups;
    private final CannedReplies replies;
    private final Sites sites;
    private final Settings settings;

    DemoCompany(Groups groups, CannedReplies replies, Sites sites, Settings settings) {
        this.groups = groups;
        this.replies = replies;
        this.sites = sites;
        this.settings = settings;
    }

    void found() {
        if (groups.all().isEmpty()) {
            group(1, "售前咨询", "Sales", "产品与价格", "Products and prices", "下单与优惠", "Orders and discounts");
            group(2, "账单", "Billing", "账单与发票", "Bills and invoices", "退款", "Refunds");
            group(3, "技术支持", "Technical support", "登录与账号", "Sign-in and accounts", "故障与报错", "Faults and errors");
            group(4, "售后", "After-sales", "物流与配送", "Delivery", "退换货", "Returns and exchanges");
        }
        if (sites.all().isEmpty()) {
            sites.add(site());
        }
        if (replies.shared().isEmpty()) {
            cannedReplies();
        }
    }

    private void group(int position, String zh, String en, String zh1, String en1, String zh2, String en2) {
        GroupId id = new GroupId(Ids.next());
        groups.add(new Group(id, names(zh, en), true, position, null));
        groups.add(new Category(new CategoryId(Ids.next()), names(zh1, en1), id, true, position * 2 - 1));
        groups.add(new Category(new CategoryId(Ids.next()), names(zh2, en2), id, true, position * 2));
    }

    private Site site() {
        int port = settings.get(Settings.PORT);
        return new Site(
                new SiteId(Ids.next()),
                "demo",
                "山茶小铺 Camellia",
                Secrets.token(),
                List.of("http://localhost:" + port, "http://127.0.0.1:" + port),
                null,
                "#1f6feb",
                names("您好！有什么可以帮您？", "Hello! How can we help you?"),
                true,
                1);
    }

    private void cannedReplies() {
        reply(1, "hi", "zh", "问候", "您好，我是客服，很高兴为您服务。请问有什么可以帮您？");
        reply(1, "hi", "en", "Greeting", "Hello, thanks for getting in touch. How can I help?");
        reply(2, "wait", "zh", "请稍候", "请稍等，我马上为您核实。");
        reply(2, "wait", "en", "One moment", "One moment please, I am checking this for you.");
        reply(3, "order", "zh", "索要订单号", "麻烦提供一下订单号，我来为您查询。");
        reply(3, "order", "en", "Order number", "Could you give me the order number, so that I can look it up?");
        reply(4, "screenshot", "zh", "索要截图", "方便的话，请发一张报错页面的截图。");
        reply(4, "screenshot", "en", "Screenshot", "If you can, please send a screenshot of the error.");
        reply(5, "refund", "zh", "退款时效", "退款已提交，一般 3 到 5 个工作日原路退回。");
        reply(
                5,
                "refund",
                "en",
                "Refund time",
                "The refund is on its way and usually arrives within 3 to 5 working days.");
        reply(6, "bye", "zh", "结束语", "还有其他可以帮您的吗？如果没有，请您确认问题是否已解决。");
        reply(6, "bye", "en", "Closing", "Is there anything else? If not, please confirm that this is solved.");
    }

    private void reply(int position, String shortcut, String language, String title, String body) {
        replies.add(new CannedReply(Ids.next(), null, null, shortcut, title, body, language, true, position));
    }

    private static Map<String, String> names(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }
}
