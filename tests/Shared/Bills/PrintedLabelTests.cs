using Shouwang.Shared.Bills;
using Shouwang.Shared.Bills.Tables;
using YamlDotNet.RepresentationModel;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>What a label, a head or a title as printed makes of a small paper; the cases stand in tests/golden/labels/printed.yaml.</summary>
public class PrintedLabelTests
{
    private const string Amount = "1234.56";

    private static readonly YamlMappingNode Cases = Load();

    [Fact]
    public void An_amount_goes_to_the_field_its_label_names() =>
        Of("read").SelectMany(field => Words(field.Value), (field, label) => (Field: field.Key.ToString(), Label: label))
            .Where(c => !Got(c.Label).Select(f => f.Key).SequenceEqual([c.Field])).Select(c => $"{c.Label}: {string.Join(", ", Got(c.Label).Select(f => f.Key))}, not {c.Field}").ShouldBeEmpty();

    [Fact]
    public void An_amount_whose_label_means_two_things_is_never_sure() =>
        Words(Cases["doubtful"]).Where(label => Got(label).Any(f => f.Value.Confidence.Value > 9_000)).ShouldBeEmpty();

    [Fact]
    public void A_label_of_something_else_gives_no_amount() => Words(Cases["other"]).Where(label => Got(label).Any()).ShouldBeEmpty();

    [Fact]
    public void A_head_of_no_list_names_its_column() =>
        Of("heads").SelectMany(kind => Words(kind.Value), (kind, head) => (Kind: kind.Key.ToString(), Head: head)).Where(c => ColumnGrammar.Kind(c.Head)?.ToString() != c.Kind).ShouldBeEmpty();

    [Fact]
    public void A_paper_of_another_title_is_none_of_ours() =>
        Words(Cases["titles"]).SelectMany(title => new[] { Receipt, Note }, (title, body) => (Title: title, Kind: Read([title, .. body]).Kind)).Where(c => c.Kind != PaperKind.Other).ShouldBeEmpty();

    private static readonly string[] Receipt =
    [
        "清溪县人民医院",
        "No. 0031207    日期：2024年5月6日",
        "姓名：罗小凤    住院号：00771204    科室：骨科",
        "金额（大写）：叁仟元整    （小写）：￥3000.00",
        "支付方式：现金",
        "收款人：示例    收款单位（章）",
    ];

    private static readonly string[] Note =
    [
        "清溪县人民医院",
        "姓名：罗小凤    性别：女    年龄：57岁    科别：骨科    住院号：00771204",
        "主诉：右膝疼痛半年。",
        "入院情况：右膝轻度肿胀。",
        "入院诊断：右膝骨关节炎",
        "诊疗经过：予消肿止痛治疗，病情平稳。",
        "主治医师：示例    住院医师：示例    2024年5月7日",
    ];

    private static IEnumerable<KeyValuePair<string, FieldReading>> Got(string label) =>
        Read(["清溪县基本医疗保险住院费用结算单", "姓名：罗小凤    住院号：00771204", "医保支付方式：按病种    险种类型：城乡居民", $"{label}：{Amount}", "制表：示例"]).Fields.Where(f => f.Value.Value == Amount && f.Value.Source != FieldSource.Derived);

    private static PaperReading Read(string[] rows) => BillReader.Read([Drawn.Page(rows)]);

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Of(string name) => ((YamlMappingNode)Cases[name]).Children;

    private static IEnumerable<string> Words(YamlNode list) => ((YamlSequenceNode)list).Select(word => word.ToString());

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "labels", "printed.yaml"))));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
