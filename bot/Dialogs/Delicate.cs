using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>What must be heard whatever is being asked (要紧话): somebody is in danger, has died, was cheated; papers of strangers; whose child it is. The bot decides none of it and calls a person where one is needed.</summary>
internal static partial class Delicate
{
    [GeneratedRegex("喘不[上过]气|透不过气|上不来气|胸口(?:好|很|疼|痛|闷得)|昏(?:倒|过去|迷)|晕(?:倒|过去)|吐血|便血不止|血流不止|抽(?:搐|风)了|口吐白沫|叫不醒|中风了(?!.*[补报])|心脏病犯|快不行了|喝了(?:点|些|半瓶|一瓶)?农药|(?:要|想)(?:杀|砍|打死|弄死)我", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Emergency();

    [GeneratedRegex("不想活|活不下去|活够了|活着(?:也|还|真|有)?(?:没|无)(?:啥|什么|有)?(?:意思|意义|劲|用|盼头)|(?<![气急烦吓笑累])死了(?:算了|干净|省事)|一死了之|还?不如死|寻短见|寻死|自杀|上吊|喝农药(?!.{0,5}[补报])|(?:去|想|要)跳(?:河|楼|井)|跳(?:河|楼|井)(?:算了|去)|不想(?:再)?活|(?:不想|不要|不打算|不)再?(?:看病|治病|治疗|治|吃药|开刀)了(?=$|[,，。!！])(?=.*(?:贵|没意思|拖累|花.{0,3}钱|还不起|没钱|算了|等死))|等死|(?<![得好不])想死(?![我你他她])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Despair();

    [GeneratedRegex("(?:杀|砍|捅|弄死|打死|揍)(?:了|死)?(?:他|她|你们?|他们|人(?!民)|全家|书记|会计)|(?<![发高低退])[砸烧炸]了?(?:你们?|村委会|村里|互助会|办公室|他家)|放火烧|同归于尽|跟(?:你们?|他们?)拼命", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Threat();

    [GeneratedRegex("去世|过世|病故|(?<![猪鸡鸭鹅鱼牛羊狗猫])病死|咽气|往生|断气|没(?:有|能)?(?:抢)?救(?:过|回)来|抢救无效|(?<![气急烦吓笑累恨羞饿渴热冷苦坑害闷])死人|(?:人|他|她|老?伴|男人|女人|老公|老婆|丈夫|妻子|儿子|女儿|孩子|孙子|孙女|妈|爸|爹|娘|爷|奶|婆|公|哥|弟|姐|妹|老头子?)(?:已经|就|都|今天|昨天|前天|夜里|晚上|早上|上个?月|今年|去年|刚){0,3}(?:死[了掉脱]|走脱|走掉了)|(?:儿子|女儿|孩子|孙子|孙女|男人|女人|丈夫|妻子|哥|弟|姐|妹)(?:已经|就|都|昨天|前天|刚){0,2}(?:不在了|没了)|(?:人|他|她|亲人|老人|病人|妈|爸|爹|娘|爷|奶|婆|伴|公|老汉儿?|老头子?|老太太?)(?:已经|就|都|上?礼?拜?|上周|上个?月|昨天|前天|去年|今年|刚){0,3}(?:不在了|没了|走了(?!走|[,，。]?我))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Death();

    [GeneratedRegex("被骗了|受骗了|上当了|(?:给|向|跟)(?:他|她|人家|对方|骗子|那个?人|他们).{0,3}(?:转|汇|打|付|交)了|(?:转|汇|打|付|交)(?:给|过去)?了?(?:他|她|人家|对方|骗子|他们)了?.{0,6}[钱块元百千万]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Cheated();

    [GeneratedRegex("监护人|监护权|判决书|抚养权|收养证", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Guardian();

    [GeneratedRegex("[捡拾](?:到|了|着)[^,。]{0,8}(?:单|纸|票|病历|记录|小结|证|包)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Found();

    [GeneratedRegex("(?:邻居|隔壁|对门|别人|人家|同村|老乡|同事)[^,。]{0,10}(?:钱|补助|批|进度|办|报|领|发)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Somebody();

    /// <summary>Family names that begin no other word somebody would ask about so.</summary>
    [GeneratedRegex("(?:隔壁|邻居|对门|别人|人家|同村|村长|书记|主任|会计|(?:^|请问|想问|问一下|问问|我问|那)(?<who>[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许吕施张孔曹魏陶姜谢邹苏潘葛范彭鲁韦马俞袁柳唐薛贺倪罗毕郝邬傅卞齐顾孟黄萧尹姚邵汪祁戴宋庞熊纪舒董梁杜阮贾颜郭梅林钟徐邱骆夏蔡樊胡凌霍虞柯卢丁邓洪崔龚程陆翁侯刘叶黎曾廖]\\p{IsCJKUnifiedIdeographs}{1,2}?))(?:老.|家里?|他们?|她|这次|那次|一共|总共|到底){0,3}(?:[补报拿领得发]了|[补报拿领得]到)(?:了|过)?(?:几|多少)|(?:谁|哪家|哪个人|哪几家)[^,。]{0,4}[补报拿领得](?:了|到|得|过)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OthersSum();

    /// <summary>Danger, a death, money that is gone: nothing else is asked with the answer.</summary>
    public static Talk? HearGrave(Talk talk, Heard heard)
    {
        if (heard.IsCommand || talk.Knowledge.Officer is not null)
            return null;
        var text = heard.Text;
        return text switch
        {
            _ when Emergency().IsMatch(text) => talk.Say("emergency"),
            _ when Despair().IsMatch(text) => Call(talk, text).Say(talk.Village is null ? "despair" : "despair.called"),
            _ when Threat().IsMatch(text) => Call(talk, text).Say(talk.Village is null ? "threat" : "threat.called"),
            _ when Cheated().IsMatch(text) => Call(talk, text).Say(talk.Village is null ? "fraud.paid" : "fraud.paid-called"),
            _ when Death().IsMatch(text) && talk.Village is not null => Call(talk, text).Say("bereaved"),
            _ => null,
        };
    }

    public static Talk? Hear(Talk talk, Heard heard)
    {
        if (heard.IsCommand || talk.Knowledge.Officer is not null)
            return null;
        var text = heard.Text;
        return text switch
        {
            _ when IsFound(text) => Questions.IsLasting(talk.State.Waiting) ? talk.Say(FoundPaper.Spoken) : talk.Done().Ask(FoundPaper.Spoken),
            _ when talk.State.Waiting is null or "consent" or ConsentDialog.Acting && Guardian().IsMatch(text) && talk.Village is not null => Call(talk, text).Say("guardian.proof"),
            _ when talk is { State.Waiting: null, Knowledge.Volunteer: null } && heard.Intent is Intent.Progress or Intent.Payment && Somebody().IsMatch(text) && !IsPatient(talk, text) => talk.Say("others-claim"),
            _ when talk is { State.Waiting: null, Knowledge.Volunteer: null } && IsOthersSum(talk, text) => talk.Say("others-claim"),
            _ => null,
        };
    }

    public static bool IsFound(string text) => Found().IsMatch(text);

    /// <summary>陆阿根拿了多少钱, 村长家报了多少; 我妈补了多少 and 白内障补了多少 are asked of oneself.</summary>
    private static bool IsOthersSum(Talk talk, string text) =>
        OthersSum().Match(text) is { Success: true } match && !IsPatient(talk, text) && (match.Groups["who"] is not { Success: true, Value: var who } || (Persons.IsFullName(who) && Illnesses.Mask(who) == who && talk.Knowledge.LookUp?.Invoke(who).Sure is not true));

    private static bool IsPatient(Talk talk, string text) => talk.State.Patients.Any(p => p.Name.Length > 0 && text.Contains(p.Name, StringComparison.Ordinal)) || talk.Knowledge.Claims.Any(claim => claim.Person.Length > 0 && text.Contains(claim.Person, StringComparison.Ordinal));

    private static Talk Call(Talk talk, string text) =>
        talk.Village is null ? talk : talk.Do(new CallOfficer(Plain.Words(text, 200), "human", talk.Claim?.Id)).Remember(s => s with { CalledAt = talk.Knowledge.Now });
}
