using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;
using static Shouwang.Shared.Explanation.Explain;

namespace Shouwang.Shared.Explanation;

/// <summary>The sentences of one layer (一层的说明).</summary>
internal static class LayerWords
{
    public static IEnumerable<string> Of(LayerResult layer, AdmissionFacts facts, Names names) =>
        layer.Layer == "mutual-aid" ? MutualAid(layer, facts, names) : Insurance(layer);

    private static IEnumerable<string> MutualAid(LayerResult layer, AdmissionFacts facts, Names names)
    {
        var disease = names.Disease ?? facts.Stay.Disease ?? "";
        foreach (var step in layer.Steps)
        {
            switch (step.Rule)
            {
                case "entry-line" when facts.Stay.Total < step.Amount:
                    yield return $"这次住院总共花了 {Yuan(facts.Stay.Total)}，没到 {Yuan(step.Amount)}。一次住院花到 {Yuan(step.Amount)} 才能补。";
                    break;
                case "entry-line":
                    yield return $"这次住院总共花了 {Yuan(facts.Stay.Total)}，够了 {Yuan(step.Amount)}的起补线。";
                    break;
                case "fixed":
                    yield return $"得的病是“{disease}”，本村方案定的是补 {Yuan(step.Amount)}，同样的病人人一样。";
                    if (Optional(step, "byOperation") is { } less)
                        yield return $"做了“{Operation(step)}”，这种手术定的是补 {Yuan(less)}，不比病种的高，所以按病种补。";
                    break;
                case "fixed-by-operation":
                    yield return $"做了“{Operation(step)}”，本村方案对这种手术定的是补 {Yuan(step.Amount)}，同样的手术人人一样。";
                    if (Optional(step, "byDisease") is { } other)
                        yield return $"得的病“{disease}”定的是补 {Yuan(other)}。{(step.Amount > other ? "手术的高" : "方案定的是有手术就按手术")}，所以按手术补。";
                    break;
                case "cap-year":
                    yield return $"本村方案定了每人一年最多补 {Yuan(Fen.Parse(Input(step, "cap")))}，今年已经补了 {Yuan(Fen.Parse(Input(step, "used")))}，所以这次少补 {Yuan(-step.Amount)}。";
                    break;
                case "borne":
                    yield return $"补的钱不能比您自己真正付的多，所以少补 {Yuan(-step.Amount)}。";
                    break;
                case "not-covered":
                    yield return layer.Steps.Any(s => s.Rule == "entry-line")
                        ? $"本村方案里没有列“{disease}”这种病，请问村里的工作人员。"
                        : "出院那天不是村互助会的会员，所以不能补。";
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<string> Insurance(LayerResult layer)
    {
        var name = Vocabulary.Layer(layer.Layer);
        if (layer.OnPaper)
        {
            if (layer.Amount > Fen.Zero)
                yield return $"{name}已经报了 {Yuan(layer.Amount)}，这是结算单上写的。";
            yield break;
        }
        if (Open(layer))
        {
            yield return $"{name}还不能算。";
            yield break;
        }
        switch (layer.Outcome)
        {
            case Outcome.NotCovered:
                yield return layer.Steps.FirstOrDefault(s => s.Rule == "not-covered") is { } why ? $"{name}不报：{why.Formula}。" : $"{name}不报。";
                break;
            case Outcome.BelowDeductible:
                yield return $"{name}不报：费用没有超过起付线{(layer.Deductible is { } line ? $" {Yuan(line)}" : "")}（起付线就是要自己先付的部分）。";
                break;
            default:
                foreach (var sentence in Paid(layer, name))
                    yield return sentence;
                break;
        }
    }

    private static IEnumerable<string> Paid(LayerResult layer, string name)
    {
        yield return $"{name}{Everyday(layer.Layer)}报 {Yuan(layer.Amount)}。";
        foreach (var step in layer.Steps)
        {
            switch (step.Rule)
            {
                case "self-pay-first":
                    yield return $"在外地住院，要自己先付 {Yuan(step.Amount)}。";
                    break;
                case "pay" when layer.Deductible is { } line && line > Fen.Zero:
                    yield return $"起付线是 {Yuan(line)}，这一部分自己先付。{Share(step, "超过的部分")}";
                    break;
                case "pay":
                    yield return Share(step, "没有起付线。");
                    break;
                case "fixed":
                    yield return $"这种情况按定额报 {Yuan(step.Amount)}。";
                    break;
                case "cap-stay" or "cap-year":
                    yield return $"到了最高限额 {Yuan(Fen.Parse(Input(step, "cap")))}，所以少报 {Yuan(-step.Amount)}。";
                    break;
                case "global-cap":
                    yield return $"各项报销加起来有总限额，所以少报 {Yuan(-step.Amount)}。";
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What a layer is, for whoever has never heard its name.</summary>
    private static string Everyday(string layer) => layer switch
    {
        "critical" => "（自己负担得多了，医保再报一次）",
        "assistance" => "（给困难人员的补助）",
        "topup" => "（政府另外给的）",
        _ => "",
    };

    /// <summary>A rate in everyday words where it is one for all; where it goes by steps, the sum itself.</summary>
    private static string Share(TraceStep step, string what)
    {
        var at = step.Formula.IndexOf('×');
        return at > 0 && at == step.Formula.LastIndexOf('×') && step.Formula.EndsWith('%')
            ? $"{what}每 100 元报 {step.Formula[(at + 1)..^1].Trim()} 元。算式：{step.Formula}。"
            : $"{what}一段一段地算。算式：{step.Formula}。";
    }

    private static Fen? Optional(TraceStep step, string name) => step.Inputs.Any(i => i.Key == name) ? Fen.Parse(Input(step, name)) : null;

    private static string Operation(TraceStep step) => OperationList.Default.Find(Input(step, "operation"))?.Name ?? Input(step, "operation");

    private static string Input(TraceStep step, string name) => step.Inputs.First(i => i.Key == name).Value;
}
