using System.Net;
using System.Text.RegularExpressions;
using Shouwang.Functions.Pages;
using Shouwang.Functions.Tests.Interface;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Pages;

public sealed partial class PagesTests : IDisposable
{
    readonly TestApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("/desk")]
    [InlineData("/county")]
    public async Task Everything_a_page_names_and_everything_that_names_is_there_and_kept_for_ever(string page)
    {
        using var http = _app.CreateClient();
        var waiting = new Queue<string>([page]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            using var answer = await http.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Headers.CacheControl!.ToString().ShouldContain(address == page ? "no-cache" : "immutable");
            var text = await answer.Content.ReadAsStringAsync();
            foreach (Match named in Named().Matches(text))
                waiting.Enqueue(named.Value);
            Unhashed().Matches(text).Select(match => match.Value).ShouldBeEmpty(address);
        }

        seen.Count.ShouldBeGreaterThan(6);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/county")]
    public async Task A_page_runs_no_script_and_takes_no_style_but_files_of_ours(string page)
    {
        using var http = _app.CreateClient();
        using var answer = await http.GetAsync(page);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("form-action 'none'");
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldNotContain("style=");
        Inline().IsMatch(html).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/desk/index.html")]
    [InlineData("/desk/desk.js")]
    [InlineData("/desk/desk.000000000000.js")]
    [InlineData("/assets/page.css")]
    [InlineData("/assets/..%2fchat%2fchat.000000000000.js")]
    public async Task Nothing_else_is_served(string path)
    {
        using var http = _app.CreateClient();
        (await http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_changed_file_changes_its_address_and_that_of_whatever_names_it()
    {
        var folder = Directory.CreateTempSubdirectory("shouwang-pages-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "a"));
            File.WriteAllText(Path.Combine(folder, "a/outer.js"), "import { x } from './inner.js'; import y from './absent.js';");
            File.WriteAllText(Path.Combine(folder, "a/inner.js"), "export const x = 1;");
            var before = new WebFiles(folder).Address("a/outer.js");
            File.WriteAllText(Path.Combine(folder, "a/inner.js"), "export const x = 2;");
            var after = new WebFiles(folder);
            after.Address("a/outer.js").ShouldNotBe(before);
            after.Find("a", Path.GetFileName(before)).ShouldBeNull();
            var text = System.Text.Encoding.UTF8.GetString(after.Find("a", Path.GetFileName(after.Address("a/outer.js")))!.For("").Body);
            text.ShouldBe($"import {{ x }} from '{after.Address("a/inner.js")}'; import y from './absent.js';");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_script_and_stylesheet_of_ours_is_small_enough_to_read()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("web"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".js" or ".css" && !File.Exists(file + ".br")))
            File.ReadLines(file).Count().ShouldBeLessThanOrEqualTo(250, file);
    }

    [GeneratedRegex("/(desk|county|assets)/[a-z-]+\\.[0-9a-f]{12}\\.(js|css|svg)")]
    private static partial Regex Named();

    /// <summary>A name of ours that got no hash because no such file is there.</summary>
    [GeneratedRegex("""["']\.{1,2}/[a-z/-]+\.(js|css|svg)["']""")]
    private static partial Regex Unhashed();

    [GeneratedRegex("<script(?![^>]*src=)|<style|\\son[a-z]+=")]
    private static partial Regex Inline();
}
