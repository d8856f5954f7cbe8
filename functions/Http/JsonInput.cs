using System.Globalization;
using System.Text.Json;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Http;

/// <summary>Reads a JSON object from outside field by field; the first fault is thrown as a <see cref="ProblemException"/> that names the field and the remedy.</summary>
internal readonly struct JsonInput(JsonElement element, string path)
{
    /// <summary>Larger bodies than this are refused unless a caller allows more.</summary>
    const int UsualMost = 16 * 1024 * 1024;

    static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 32 };

    /// <param name="most">Bytes.</param>
    public static async Task<JsonInput> ReadAsync(HttpRequest request, CancellationToken stop, int most = UsualMost)
    {
        try
        {
            using var document = JsonDocument.Parse(await BodyAsync(request, most, stop), Shallow);
            JsonSound.Check(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonInput(document.RootElement.Clone(), "")
                : throw new ProblemException(Problem.BadRequest("not-an-object", "请求内容要是一个 JSON 对象，用 { } 括起来。"));
        }
        catch (JsonException)
        {
            throw new ProblemException(Problem.BadRequest("not-json", "请求内容不是完整的 JSON，或者一层套一层套得太深。请检查引号、逗号和括号。"));
        }
    }

    static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, int most, CancellationToken stop)
    {
        var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while (read.Length <= most && (count = await request.Body.ReadAsync(buffer, stop)) > 0)
            read.Write(buffer, 0, count);
        return read.Length <= most
            ? read.GetBuffer().AsMemory(0, (int)read.Length)
            : throw new ProblemException(new Problem(StatusCodes.Status413PayloadTooLarge, "too-large", $"请求内容太大了，最多 {most / 1024} KB。请分几次提交。"));
    }

    public bool Has(string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public JsonInput Object(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? new JsonInput(value, Path(name))
            : throw Fault(name, "object-expected", "这里要填一个对象，用 { } 括起来");

    public IEnumerable<JsonInput> Objects(string name)
    {
        if (!Has(name))
            yield break;
        var list = element.GetProperty(name);
        if (list.ValueKind != JsonValueKind.Array)
            throw Fault(name, "list-expected", "这里要填一个列表，用 [ ] 括起来");
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var path = $"{Path(name)}[{index++}]";
            yield return item.ValueKind == JsonValueKind.Object
                ? new JsonInput(item, path)
                : throw new ProblemException(Problem.BadRequest("object-expected", $"{path} 要填一个对象，用 {{ }} 括起来。", path));
        }
    }

    public IEnumerable<(string Name, JsonInput Owner)> Names(string name)
    {
        if (!Has(name))
            yield break;
        var inner = Object(name);
        foreach (var property in inner.Element.EnumerateObject())
            yield return (property.Name, inner);
    }

    public string Text(string name, int most = 200) =>
        OptionalText(name, most) ?? throw Fault(name, "missing", "没有填，请补上");

    public string? OptionalText(string name, int most = 200)
    {
        if (!Has(name))
            return null;
        var value = element.GetProperty(name);
        if (value.ValueKind != JsonValueKind.String)
            throw Fault(name, "text-expected", "要填文字，用引号括起来");
        var text = value.GetString()!.Trim();
        return text.Length == 0 ? throw Fault(name, "missing", "没有填，请补上")
            : text.Length > most ? throw Fault(name, "too-long", $"太长了，最多 {most} 个字")
            : text;
    }

    public Fen Amount(string name) => OptionalAmount(name) ?? throw Fault(name, "missing", "没有填，请补上金额，例如 \"3000.00\"");

    public Fen? OptionalAmount(string name)
    {
        if (OptionalText(name) is not { } text)
            return null;
        if (!Fen.TryParse(text, out var amount))
            throw Fault(name, "amount-malformed", "金额要写成元，最多两位小数，例如 \"12345.67\"");
        return amount < Fen.Zero ? throw Fault(name, "amount-negative", "金额不能是负数")
            : amount > Fen.FromYuan(100_000_000) ? throw Fault(name, "amount-absurd", "金额超过一亿元，请核对")
            : amount;
    }

    public DateOnly Date(string name) => OptionalDate(name) ?? throw Fault(name, "missing", "没有填，请补上日期，例如 \"2026-03-01\"");

    public DateOnly? OptionalDate(string name) =>
        OptionalText(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2200 ? date
        : throw Fault(name, "date-malformed", "日期要写成 年-月-日，例如 \"2026-03-01\"");

    /// <summary>A whole number between the two, ends included.</summary>
    public int Number(string name, int least, int most) => OptionalNumber(name, least, most) ?? throw Fault(name, "missing", "没有填，请补上数字");

    public int? OptionalNumber(string name, int least, int most)
    {
        if (!Has(name))
            return null;
        var value = element.GetProperty(name);
        return value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) ? throw Fault(name, "number-expected", "要填整数，不用引号")
            : number < least || number > most ? throw Fault(name, "number-out-of-range", $"要在 {least} 到 {most} 之间，请核对")
            : number;
    }

    public bool? OptionalFlag(string name) => !Has(name) ? null : element.GetProperty(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault(name, "flag-expected", "要填 true 或 false，不用引号"),
    };

    /// <summary>A share written as percent with at most two decimals: "2%", "12.5%".</summary>
    public BasisPoints? OptionalShare(string name, int mostPercent = 100)
    {
        if (OptionalText(name, 10) is not { } text)
            return null;
        if (!text.EndsWith('%') || !Fen.TryParse(text.AsSpan()[..^1], out var percent))
            throw Fault(name, "share-malformed", "比例要写成百分数，例如 \"2%\" 或 \"12.5%\"");
        return percent < Fen.Zero || percent.Value > mostPercent * 100L ? throw Fault(name, "share-out-of-range", $"比例要在 0% 到 {mostPercent}% 之间，请核对") : new BasisPoints((int)percent.Value);
    }

    /// <summary>One of the listed words.</summary>
    public T? OptionalWord<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        OptionalText(name, 40) is not { } text ? null
        : words.TryGetValue(text, out var word) ? word
        : throw Fault(name, "word-unknown", $"只能填：{string.Join("、", words.Keys)}");

    public JsonElement Element => element;

    public ProblemException Fault(string name, string code, string remedy) =>
        new(Problem.BadRequest(code, $"{Path(name)} {remedy}。", Path(name)));

    string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";
}

/// <summary>Ends a request with a problem answer.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem { get; } = problem;
}
