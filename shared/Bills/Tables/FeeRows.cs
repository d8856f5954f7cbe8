using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Table rows → fee rows: price times quantity proves the amount, and puts lost points right.</summary>
static partial class FeeRows
{
    private static readonly BasisPoints Unproved = new(9_400);
    private static readonly BasisPoints Contradicted = new(6_000);

    public static IReadOnlyList<FeeRow> Of(IReadOnlyList<TableRow> table)
    {
        var whole = PrintsWholeYuan(table);
        IReadOnlyList<FeeRow> rows = CodeBesideName.Part([.. table.Where(r => !r.IsSum).Select(r => Of(r, whole)).OfType<FeeRow>()]);
        // Names first, from left to right: a class may stand behind the serial number, a grade behind the class.
        rows = ClassBesideName.Part(SerialsBeforeNames.Strip(rows));
        rows = NursingGrades.Apart([.. rows.Select(Graded)]);
        // A lost class follows from a share, which may itself be lost, or from the same item elsewhere, and what is still lost then follows from the class.
        return ShareByClass.Fill(ClassOfSame.Fill(ClassByShare.Fill(ShareByPaid.Fill(rows))));
    }

    /// <summary>A grade that stood behind a class is seen only after that is parted.</summary>
    private static FeeRow Graded(FeeRow row) => NursingGrades.Of(row.Name, null, 0) is var (name, doubtful) && name != row.Name
        ? row with { Name = name, NameAsRead = row.NameAsRead ?? row.Name, Confidence = doubtful ? Least(row.Confidence, new BasisPoints(NursingGrades.Doubtful)) : row.Confidence } : row;

    /// <summary>A heading of a group of items: 床位费, 【西药费】, 一、西药费, ■西药费.</summary>
    public static bool IsCategory(string text) => CategoryPattern().IsMatch(TextFold.Squeeze(text));

    /// <summary>In a list with prices, a category with an amount and nothing else is the sum of its items.</summary>
    public static bool IsCategorySum(IReadOnlyDictionary<ColumnKind, Snippet> cells, IReadOnlyList<Column> columns) =>
        columns.Any(c => c.Kind == ColumnKind.Price) && columns.Any(c => c.Kind == ColumnKind.Quantity)
        && cells.ContainsKey(ColumnKind.Amount) && !cells.ContainsKey(ColumnKind.Price) && !cells.ContainsKey(ColumnKind.Quantity)
        && cells.TryGetValue(ColumnKind.Name, out var name) && IsCategory(name.Text);

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.]|[■□▌▍▎◆◇●○★☆►▶◎※•])?[\[<(（【]?[\u4e00-\u9fff]{1,6}(?:费|药|类)[\]>)）】]?:?$|^[\[<][\u4e00-\u9fff]{2,6}[\]>]:?$")]
    private static partial Regex CategoryPattern();

    /// <summary>13床日, 6部位, 17照射区: what is counted, but no money and no date.</summary>
    [GeneratedRegex(@"(?<=\d) ?(?:(?![元角分年月])[\u4e00-\u9fff]{1,3}|[mk]?g|ml) *$")]
    private static partial Regex Unit();

    /// <summary>12小时, 110分钟 read without their blank.</summary>
    [GeneratedRegex(@"^(\d[\d ]{0,4}\d) ?(?:小时|分钟|毫升|厘米|公里)$")]
    private static partial Regex FiguredUnit();

    /// <summary>One stroke in brackets, or none seen in them.</summary>
    [GeneratedRegex(@"片\([1l|]?\)$")]
    private static partial Regex Grade();

    /// <summary>Figures of one yuan and more without a point, too few to have lost it.</summary>
    [GeneratedRegex(@"^¥?-?[1-9]\d?元?$")]
    private static partial Regex Few();

    /// <summary>So many amounts of few figures show how the list is printed.</summary>
    private const int FewestWhole = 2;

    /// <summary>Whether the list prints whole yuan without their fen, 257 for 257.00: then a number without a point has lost none.</summary>
    private static bool PrintsWholeYuan(IReadOnlyList<TableRow> table)
    {
        List<string> amounts = [.. table.SelectMany(r => ((string?[])[r.Text(ColumnKind.Price), r.Text(ColumnKind.Amount)]).OfType<string>()).Select(TextFold.Squeeze)];
        return amounts.Count(a => Few().IsMatch(a)) >= FewestWhole && !amounts.Exists(a => a.TrimEnd('元').EndsWith(".00", StringComparison.Ordinal));
    }

    /// <summary>As many yuan as there are figures, before what a lost point would make of them.</summary>
    private static IReadOnlyList<T> WholeFirst<T>(IReadOnlyList<T> readings, string text, bool whole) =>
        whole && readings.Count > 1 && !text.Contains('.', StringComparison.Ordinal) ? [.. readings.Reverse()] : readings;

    /// <summary>Quantity and amount read as one number, 11,665.89: the only cut of it whose figures price times quantity proves.</summary>
    private static (long Quantity, Fen Amount)? Glued(TableRow row, UnitPrice price)
    {
        var text = row.Text(ColumnKind.Amount) is { } amount ? TextFold.Squeeze(amount).Replace("¥", "", StringComparison.Ordinal) : "";
        List<(long, Fen)> cuts = [];
        for (var cut = 1; cut < text.Length - 3; cut++)
        {
            if (Quantity(text[..cut]) is { } quantity && Fen.TryParse(text[cut..].Replace(",", "", StringComparison.Ordinal), out var rest) && text[^3] == '.' && price.Times(quantity) == rest && quantity != 0)
                cuts.Add((quantity, rest));
        }
        return cuts is [var only] ? only : null;
    }

    private static FeeRow? Of(TableRow row, bool wholeYuan)
    {
        if (row.Text(ColumnKind.Name) is not { } asRead || !asRead.Any(TextFold.IsHan))
            return null;
        var name = Mended(row.Cells[ColumnKind.Name]);
        var amounts = WholeFirst(Readings(row, ColumnKind.Amount), row.Text(ColumnKind.Amount) ?? "", wholeYuan);
        // What was given back has a minus before both.
        if (row.Text(ColumnKind.Quantity) is ['-', ..] && amounts.Any(a => a.Amount < Fen.Zero))
            amounts = [.. amounts.Where(a => a.Amount < Fen.Zero)];
        var prices = row.Text(ColumnKind.Price) is { } priced ? WholeFirst(PriceText.Readings(WithoutUnit(priced)), priced, wholeYuan) : [];
        var quantity = row.Text(ColumnKind.Quantity) is { } text ? Quantity(text) : null;
        var confidence = new BasisPoints(row.Cells.Where(c => c.Key is ColumnKind.Amount or ColumnKind.Price or ColumnKind.Quantity).Select(c => c.Value.Confidence).DefaultIfEmpty(0).Min());
        if (quantity is null || prices.Count == 0)
        {
            // Without a quantity a third decimal is rather the quantity itself, or a mark.
            prices = [.. prices.Where(p => !p.Amount.IsFine)];
            // Price and quantity stand so close that they are often read as one number: 22.50 2 as 22.502.
            foreach (var (price, own) in Apart(row))
            {
                if (amounts.Any(a => price.Makes(a.Amount, own)))
                    return Row(row, name, Written(own), price, price.Times(own), Least(confidence, Unproved));
            }
        }
        foreach (var amount in amounts)
        {
            foreach (var price in prices)
            {
                if (quantity is { } q && price.Amount.Makes(amount.Amount, q))
                    return Row(row, name, Written(q), price.Amount, amount.Amount, price.Amount.Times(q) == amount.Amount ? confidence : Least(confidence, Unproved));
                // 1 2小时: the unit begins with a figure of its own, and only the quantity without it makes the amount.
                if (quantity is not null && FiguredUnit().Match(row.Text(ColumnKind.Quantity)!) is { Success: true } figured && Enumerable.Range(1, figured.Groups[1].Length - 1).Select(cut => Quantity(figured.Groups[1].Value[..cut])).FirstOrDefault(own => own is { } q && price.Amount.Makes(amount.Amount, q)) is { } before)
                    return Row(row, name, Written(before), price.Amount, amount.Amount, Least(confidence, Unproved));
                // A lone digit is easily lost, or read with the end of the price before it: the amount tells how many prices it holds.
                if (Multiple(amount.Amount, price.Amount) is { } times && (quantity is null || row.Text(ColumnKind.Quantity)!.EndsWith(times, StringComparison.Ordinal)))
                    return Row(row, name, times, price.Amount, amount.Amount, Least(confidence, Unproved));
            }
        }
        foreach (var price in prices.Where(_ => quantity is null))
        {
            if (Glued(row, price.Amount) is { } glued)
                return Row(row, name, Written(glued.Quantity), price.Amount, glued.Amount, Least(confidence, Unproved));
        }
        // 23.004 is 23.00 and 4 rather than a price, unless it makes the amount or has a fourth decimal.
        prices = [.. prices.Where(p => !p.Amount.IsFine || (amounts.Count > 0 && p.Cost == PriceText.FourDecimals))];
        if (amounts.Count == 0)
        {
            return prices.Count > 0 && quantity is { } known
                ? Row(row, name, Written(known), prices[0].Amount, prices[0].Amount.Times(known), Least(confidence, Contradicted))
                : null;
        }
        var limit = prices.Count > 0 && quantity is not null ? Contradicted : Unproved;
        return Row(row, name, quantity is { } some ? Written(some) : null, prices.Count > 0 ? prices[0].Amount : null, amounts[0].Amount, Least(confidence, limit));
    }

    /// <summary>Price times quantity, null where the row does not have both.</summary>
    public static Fen? Product(FeeRow row) => row.UnitPrice is { } price && row.Quantity is { } text && Quantity(text) is { } quantity ? price.Times(quantity) : null;

    /// <summary>Whether price times quantity makes the amount; true where the row does not have both.</summary>
    public static bool Agrees(FeeRow row) => row.UnitPrice is not { } price || row.Quantity is not { } text || Quantity(text) is not { } quantity || price.Makes(row.Amount, quantity);

    /// <summary>A quantity in thousandths: "2", "2.00", "0.5", "18支"; null where the text is none.</summary>
    public static long? Quantity(string text)
    {
        // What was given back.
        if (text is ['-', .. var given] && Quantity(given) is { } back)
            return -back;
        // ×60克: behind the sign any unit.
        if (text is ['×' or 'x' or 'X' or '*', .. var times])
            text = times.TrimStart(' ').TrimEnd([.. times.Where(TextFold.IsHan)]);
        // 12/日.
        if (text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && !text.AsSpan(slash).ContainsAnyInRange('0', '9'))
            text = text[..slash];
        var number = Unit().Replace(text, "").TrimEnd(' ');
        var point = number.IndexOfAny(['.', ',']);
        var whole = point < 0 ? number : number[..point];
        var decimals = point < 0 ? "" : number[(point + 1)..];
        if (whole.Length is 0 or > 6 || decimals.Length > 4 || !whole.All(char.IsAsciiDigit) || !decimals.All(char.IsAsciiDigit))
            return null;
        return (long.Parse(whole) * 1000) + long.Parse(decimals.PadRight(3, '0')[..3]);
    }

    private static string? Multiple(Fen amount, UnitPrice price) =>
        !price.IsFine && price.Value > 0 && amount.Value > 0 && UnitPrice.Of(amount).Value is var whole && whole % price.Value == 0 ? $"{whole / price.Value}" : null;

    /// <summary>Every way to cut one number into a price with two decimals and a whole quantity, in either order.</summary>
    private static IEnumerable<(UnitPrice Price, long Quantity)> Apart(TableRow row)
    {
        foreach (var text in new[] { row.Text(ColumnKind.Price), row.Text(ColumnKind.Quantity) }.OfType<string>().Select(TextFold.Squeeze))
        {
            var point = text.IndexOf('.', StringComparison.Ordinal);
            if (point <= 0 || text.Length < point + 3)
                continue;
            if (Fen.TryParse(text.AsSpan(0, point + 3), out var first) && Quantity(text[(point + 3)..]) is { } after)
                yield return (UnitPrice.Of(first), after);
            for (var cut = 1; cut < point; cut++)
            {
                if (Fen.TryParse(text.AsSpan(cut), out var second) && Quantity(text[..cut]) is { } before)
                    yield return (UnitPrice.Of(second), before);
            }
        }
    }

    private static string Written(long thousandths) => thousandths < 0 ? "-" + Written(-thousandths) : $"{thousandths / 1000}.{thousandths % 1000:D3}".TrimEnd('0').TrimEnd('.');

    private static IReadOnlyList<(Fen Amount, int Cost)> Readings(TableRow row, ColumnKind kind) => row.Text(kind) is { } text ? MoneyText.Readings(WithoutUnit(text)) : [];

    /// <summary>An amount without what it is for: 210.00/每部位, ¥6.78/支, 13.50X.</summary>
    public static string WithoutUnit(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '¥') ? text[..slash] : text.TrimEnd('X', 'x', '×', '*');
    }

    /// <summary>Whether a cell says a class of the insurance's list.</summary>
    public static bool IsClass(string text) => ClassCell.Is(text);

    /// <summary>A name whose misread character the list of items' words puts right.</summary>
    private static string Mended(Snippet cell)
    {
        Glyph[] glyphs = [.. cell.Glyphs.Where(g => !g.IsBlank)];
        return ItemWords.Shipped.Mend(Glyph.Text(glyphs), [.. glyphs.Select(g => g.Confidence)]);
    }

    private static FeeRow Row(TableRow row, string name, string? quantity, UnitPrice? price, Fen amount, BasisPoints confidence)
    {
        var (code, asRead) = (Code(row.Text(ColumnKind.Code)), Name(row.Text(ColumnKind.Name)!));
        var classed = row.Text(ColumnKind.Class) ?? (row.Text(ColumnKind.Remark) is { } remark && IsClass(remark) ? remark : null);
        var (graded, doubtful) = NursingGrades.IsRule(name) ? NursingGrades.OfRule(Name(name), code) : NursingGrades.Of(Name(name), code, NursingGrades.IsStroke(name) ? 0 : row.Cells[ColumnKind.Name].Glyphs.Where(g => !g.IsBlank).Select(g => g.Confidence).FirstOrDefault());
        return new(code, graded, ClassCell.Class(classed), quantity, price, amount, doubtful ? Least(confidence, new BasisPoints(NursingGrades.Doubtful)) : confidence)
        {
            DateText = row.Text(ColumnKind.Date),
            List = row.List,
            NameAsRead = asRead != graded ? asRead : null,
            SelfShare = Share(row.Text(ColumnKind.SelfShare) ?? ClassCell.Share(classed)),
            SelfPaid = Readings(row, ColumnKind.SelfPaid) is [var paid, ..] && paid.Cost <= 1 ? paid.Amount : null,
        };
    }

    /// <summary>"10%", "0.1" or "10": what share of the item the patient pays before insurance counts.</summary>
    private static BasisPoints? Share(string? text)
    {
        if (text is not null && IsNought(text))
            return new BasisPoints(0);
        // 01: a nought and its mark, %, read as a figure.
        if (text is null or ['0', >= '0' and <= '9', ..] || Quantity(TextFold.Squeeze(text).TrimEnd('%')) is not { } thousandths)
            return null;
        var points = text.Contains('%', StringComparison.Ordinal) || thousandths > 1000 ? thousandths / 10 : thousandths * 10;
        return points is >= 0 and <= 10_000 ? new BasisPoints((int)points) : null;
    }

    /// <summary>A nought that stands alone has nothing beside it to tell its size by.</summary>
    public static bool IsNought(string text) => TextFold.Squeeze(text) is "o" or "O";

    /// <summary>Roman numerals of nursing grades are read as strokes.</summary>
    private static string Name(string text)
    {
        var squeezed = TextFold.Squeeze(text).TrimStart('-', '_', '.', '*', '#', '·', '、', '丶', '★', '☆', '△', '▲', '●', '○', '■', '□', '◆', '◇', '※', ']', '[').TrimEnd('[', '(', '|').Replace("收费专用章", "", StringComparison.Ordinal);
        squeezed = InternationalUnits().Replace(OneMillilitre().Replace(Millilitre().Replace(squeezed, "ml"), "1"), "IU");
        squeezed = Saline().Replace(squeezed, "0.9%");
        squeezed = GlycatedOne().Replace(VitaminOne().Replace(squeezed, "1"), "HbA1c");
        squeezed = SmallLetter().Replace(squeezed, letter => letter.Value.ToUpperInvariant());
        // The grade of a compound: 缬沙坦氨氯地平片(Ⅰ).
        if (Grade().IsMatch(squeezed))
            squeezed = Grade().Replace(squeezed, "片(I)");
        var strokes = squeezed.TakeWhile(c => c is '|' or 'l' or 'I' or '1' or 'Ⅰ').Count();
        if (squeezed.Length > 2 && squeezed[0] is 'Ⅱ' or 'Ⅲ' && squeezed.IndexOf('级', StringComparison.Ordinal) is 2 or 3)
            return squeezed[0] + squeezed[squeezed.IndexOf('级', StringComparison.Ordinal)..];
        return WithStroke(squeezed) is var whole && whole != squeezed ? whole : strokes is > 0 and <= 3 && squeezed[strokes..].StartsWith('级') ? "ⅠⅡⅢ"[strokes - 1] + squeezed[strokes..] : Numerals.Mend(squeezed);
    }

    /// <summary>A leading 一 is easily taken for a rule of the table: 次性使用输液器.</summary>
    public static string WithStroke(string name) => name.StartsWith("次性", StringComparison.Ordinal) ? "一" + name : name;

    /// <summary>胸部cT平扫, 超敏c反应蛋白: the two letters look alike but for their size.</summary>
    [GeneratedRegex(@"^x(?=线)|(?<=[\u4e00-\u9fff])c(?=T(?:[\u4e00-\u9fff(]|$)|-?反应蛋白)")]
    private static partial Regex SmallLetter();

    /// <summary>10m1*6支, 3m1:300单位.</summary>
    [GeneratedRegex(@"(?<=\d)m1(?=[:*)×(\[]|$)")]
    private static partial Regex Millilitre();

    /// <summary>lml:5mg.</summary>
    [GeneratedRegex(@"(?<![0-9A-Za-z.])l(?=ml)")]
    private static partial Regex OneMillilitre();

    /// <summary>4250IU read as 42501U; nobody measures in single units beyond thousands.</summary>
    [GeneratedRegex(@"(?<=\d{3})[1l|]U(?![0-9A-Za-z])")]
    private static partial Regex InternationalUnits();

    /// <summary>0.99%氯化钠, 0.94氯化钠: the mark behind the nine read as one more figure. There is no such solution.</summary>
    [GeneratedRegex("^0[.,]9[49]%?(?=氯化钠)")]
    private static partial Regex Saline();

    /// <summary>糖化血红蛋白(HbAlc).</summary>
    [GeneratedRegex("[Hh][Bb]A[lI|]c")]
    private static partial Regex GlycatedOne();

    /// <summary>维生素Bl2, 维生素Kl: vitamins bear numbers.</summary>
    [GeneratedRegex("(?<=维生素[BDK])[lI|]")]
    private static partial Regex VitaminOne();

    /// <summary>National codes hold no letter O.</summary>
    private static string? Code(string? text) => text is null ? null : LetterPoint().Replace(TextFold.Squeeze(text), "").Replace('O', '0').Replace('o', '0');

    /// <summary>A speck behind the first letter: X.J01MAZ077.</summary>
    [GeneratedRegex(@"(?<=^[A-Z])\.(?=[A-Z]\d{2})")]
    private static partial Regex LetterPoint();

    private static BasisPoints Least(BasisPoints a, BasisPoints b) => a < b ? a : b;
}
